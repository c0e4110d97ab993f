/** What a stranger might write. Compiled and run against the packed package, as ESM and as CommonJS. */
import { assemble, createLedger, isAccepted, lifecycle } from 'training-ops'
import * as interop from 'training-ops/interop'
import { completionRate } from 'training-ops/metrics'
import * as reports from 'training-ops/reports'
import * as testing from 'training-ops/testing'

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`the packed package: ${what}`)
}

const rate = completionRate({ completed: 45, ended: 60, withdrawnInTime: 8, waived: 2 })
must(rate.status === 'ok' && rate.value === 0.9, 'a figure is computed')

const training = assemble(lifecycle, {}, { trusted: true })
const ledger = createLedger(training)
const received = training.receive({
  type: 'ScheduleOffering',
  data: {
    at: '2026-01-05T09:00:00.000Z',
    offeringId: 'o-1',
    courseId: 'c-1',
    courseVersion: 1,
    title: 'Safety at the press',
    modality: 'classroom',
    sessions: [
      {
        sessionId: 's-1',
        start: '2026-02-02T09:00:00.000Z',
        end: '2026-02-02T17:00:00.000Z',
        zone: 'Asia/Shanghai',
      },
    ],
    capacity: { min: 1, max: 12 },
    completionRule: { require: 'all', of: [] },
  },
  metadata: { commandId: 'command-1' },
})
must(received._tag === 'Right', `a command is understood: ${JSON.stringify(received)}`)
if (received._tag === 'Right') {
  const verdict = ledger.execute(received.right)
  must(isAccepted(verdict), `a command is accepted: ${JSON.stringify(verdict)}`)
  must(ledger.events().length === 1, 'its event is in the ledger')
}
must(training.receive({ type: 'NoSuchCommand' })._tag === 'Left', 'an unknown command is refused')

for (const [name, door] of Object.entries({ interop, reports, testing }))
  must(Object.keys(door).length > 0, `training-ops/${name} opens`)
