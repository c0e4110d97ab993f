/** A host whose views were folded before two ids turned out to be one person. */
import { assemble, enrolmentRecord, lifecycle, project } from 'training-ops'
import { memoryPorts, type StorePort, startHost } from 'training-ops/host'
import { describe, expect, test } from 'vitest'
import { offeringId, schedule } from '../delivery/an-offering.ts'

const training = assemble(lifecycle, {}, { trusted: true })
const { at } = schedule
const { MergeIdentities, OpenEnrolment, RequestEnrolment, ScheduleOffering, WithdrawEnrolment } =
  training.command

describe.each([
  ['followed in memory', true],
  ['read from the store', false],
])('whose log is %s', (_, inMemory) => {
  test('shows one person, also where the store was away when the merge was seen', async () => {
    const ports = memoryPorts({ now: () => at })
    let failures = 0
    const store: StorePort = {
      ...ports.store,
      after: async (position, limit) => {
        if (failures > 0 && position === 0) {
          failures--
          throw new Error('away')
        }
        return ports.store.after(position, limit)
      },
    }
    const told: string[] = []
    const host = await startHost(
      training,
      { ...ports, store },
      { views: [enrolmentRecord], inMemory, complain: (error) => told.push(String(error)) },
    )
    await host.execute(ScheduleOffering(schedule, { commandId: 's' }))
    await host.execute(OpenEnrolment({ at, offeringId }, { commandId: 'o' }))
    const ask = { at, offeringId, learnerId: 'ada-old', source: 'self' } as const
    await host.execute(RequestEnrolment(ask, { commandId: 'r' }))
    await host.round()
    const changed: unknown[] = []
    host.views.watchSubjects('enrolmentRecord', ({ subjects }) =>
      changed.push(subjects === 'anew' ? subjects : [...subjects]),
    )
    failures = inMemory ? 0 : 1
    const both = { at, survivorId: 'ada-new', mergedId: 'ada-old' }
    await host.execute(MergeIdentities(both, { commandId: 'm' }))
    await host.round()
    const log = (await ports.store.after(0, 100)) as never
    expect(host.views.of(enrolmentRecord)).toEqual(project(enrolmentRecord, log))
    expect(Object.keys(host.views.of(enrolmentRecord))).toEqual([`${offeringId} ada-new`])
    expect(changed).toEqual(['anew'])
    await host.execute(WithdrawEnrolment({ at, offeringId, learnerId: 'ada-old' }, { commandId: 'w' }))
    await host.catchUp()
    expect(changed).toEqual(['anew', [`${offeringId} ada-new`]])
    expect(told).toEqual(inMemory ? [] : ['Error: away'])
    await host.close()
  })
})
