/** Two hosts, one seat: each approves a learner, that is, it reads, decides and writes, in every order there is, with and without the condition of the append. */
import { createLedger, isRejected, seatAllocation, seatsOf, wholeBoundaryNow } from 'training-ops'
import { training } from '../../a-year-of-training/training.ts'
import type { RaceOrder, RaceStep } from './protocol.ts'
import type { TrainingCommand } from './subjects.ts'

const at = '2026-03-01T01:00:00.000Z'
const offeringId = 'o-1'
const session = {
  sessionId: 's-1',
  start: '2026-04-06T01:00:00.000Z',
  end: '2026-04-06T09:00:00.000Z',
  zone: 'Asia/Shanghai',
}

const learners = ['ada', 'bob'] as const

const oneSeat = () => {
  const ledger = createLedger(training)
  const { command } = training
  ledger.execute(
    command.ScheduleOffering(
      {
        at,
        offeringId,
        courseId: 'selling',
        courseVersion: 1,
        title: 'Consultative selling',
        modality: 'classroom',
        sessions: [session],
        capacity: { min: 1, max: 1 },
        completionRule: { require: 'all', of: [{ kind: 'attendance', atLeast: 8000 }] },
        approval: 'required',
      },
      { commandId: 'c-1' },
    ),
  )
  ledger.execute(command.OpenEnrolment({ at, offeringId }, { commandId: 'c-2' }))
  for (const learnerId of learners)
    ledger.execute(
      command.RequestEnrolment(
        { at, offeringId, learnerId, source: 'self' },
        { commandId: `ask-${learnerId}` },
      ),
    )
  return ledger
}

const asks = learners.map((learnerId) =>
  training.command.ApproveEnrolment(
    { at, offeringId, learnerId, approvedBy: 'lin' },
    { commandId: `approve-${learnerId}` },
  ),
)

/** All orders in which two hosts can read and then write. */
const orders = ['1r 1w 2r 2w', '1r 2r 1w 2w', '1r 2r 2w 1w', '2r 1r 1w 2w', '2r 1r 2w 1w', '2r 2w 1r 1w'].map(
  (one) => one.split(' '),
)

const run = (order: readonly string[], conditional: boolean): RaceOrder => {
  const ledger = oneSeat()
  const read = (command: TrainingCommand) => {
    const { events, condition } = wholeBoundaryNow((seen) => training.boundaryOf(command, seen), ledger.read)
    return { verdict: training.decide(command, events), condition }
  }
  const seen: Partial<Record<1 | 2, ReturnType<typeof read>>> = {}
  const steps: RaceStep[] = []
  const eventIn = ({ verdict }: ReturnType<typeof read>) =>
    isRejected(verdict) ? verdict.left.code : (verdict.right.at(-1)?.type ?? '')
  const readFor = (host: 1 | 2, turn: string) => {
    const now = read(asks[host - 1] as TrainingCommand)
    seen[host] = now
    steps.push({ turn, host, kind: 'read', note: eventIn(now) })
  }
  const write = (host: 1 | 2, turn: string): void => {
    const mine = seen[host]
    if (mine === undefined || isRejected(mine.verdict)) return
    const isHeld = conditional
      ? ledger.append(mine.verdict.right, mine.condition)
      : ledger.append(mine.verdict.right)
    steps.push({ turn, host, kind: isHeld ? 'write' : 'refusedWrite', note: eventIn(mine) })
    if (isHeld) return
    readFor(host, turn)
    write(host, turn)
  }
  for (const turn of order) {
    const host = turn.startsWith('1') ? 1 : 2
    if (turn.endsWith('r')) readFor(host, turn)
    else write(host, turn)
  }
  const { enrolled, waitlisted } = seatsOf(
    ledger.project(seatAllocation)[offeringId] ?? seatAllocation.initial(),
  )
  return { order, steps, enrolled, waitlisted }
}

export const race = (conditional: boolean): readonly RaceOrder[] =>
  orders.map((order) => run(order, conditional))
