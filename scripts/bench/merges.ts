/**
 * What a command costs where many people were merged: decided from what a store answers, and on a ledger.
 *   npx tsx --conditions=@training-ops/source scripts/bench/merges.ts
 */
import { assemble, createLedger, isAccepted, lifecycle, wholeBoundaryNow } from 'training-ops'
import { medianOf } from './compare.ts'

const at = '2026-03-02T09:00:00.000Z'
const session = { sessionId: 's', start: '2026-04-06T09:00:00.000Z', end: '2026-04-06T17:00:00.000Z' }
const training = assemble(lifecycle, {}, { trusted: true })

for (const merges of [0, 100, 10_000]) {
  const said = Array.from({ length: merges }, (_, nth) => ({
    type: 'IdentitiesMerged',
    data: {
      ...{ at, kind: 'learner', survivorId: `new-${nth}`, mergedId: `old-${nth}` },
      ...{
        alsoAs: [
          'respondent',
          'claimant',
          'person',
          'owner',
          'author',
          'accountable',
          'responsible',
          'support',
          'consulted',
          'informed',
          'by',
        ],
      },
      identityIds: [`new-${nth}`, `old-${nth}`],
    },
    metadata: { commandId: `m-${nth}`, schemaVersion: 1 },
  }))
  const ledger = createLedger(training, { events: said })
  let asked = 0
  const by = () => ({ commandId: `c-${asked++}` })
  ledger.execute(
    training.command.ScheduleOffering(
      {
        ...{ at, offeringId: 'o', courseId: 'k', courseVersion: 1, title: 'T', modality: 'classroom' },
        ...{ sessions: [{ ...session, zone: 'UTC' }], capacity: { min: 0, max: 900 } },
        completionRule: { require: 'all', of: [] },
      },
      by(),
    ),
  )
  ledger.execute(training.command.OpenEnrolment({ at, offeringId: 'o' }, by()))
  const told: Record<string, number[]> = {}
  const timed = <Answer>(what: string, work: () => Answer): Answer => {
    const start = performance.now()
    const answer = work()
    told[what] = [...(told[what] ?? []), (performance.now() - start) * 1000]
    return answer
  }
  for (let one = 0; one < 60; one++) {
    const data = { at, offeringId: 'o', learnerId: `new-${one}`, source: 'self' } as const
    const command = training.command.RequestEnrolment(data, by())
    const { events } = timed('read from a store', () =>
      wholeBoundaryNow(
        (found) => training.boundaryOf(command, found),
        (query) => ledger.read(query),
      ),
    )
    const verdict = timed('decided from it', () => training.decide(command, events))
    if (!isAccepted(verdict)) throw new Error(JSON.stringify(verdict))
    timed('executed on a ledger', () => ledger.execute(command))
  }
  console.log(
    `${merges} merges:`,
    Object.entries(told)
      .map(([what, times]) => `${what} ${Math.round(medianOf(times))} µs`)
      .join(', '),
  )
}
