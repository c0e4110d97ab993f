/** The service as a process: it ends when it is told to, and nobody it has taken in goes without an answer. */
import { seatsOf } from 'training-ops'
import { afterAll, describe, expect, test } from 'vitest'
import { startProcess } from '../under-fire/a-process.ts'
import { dropSchema, ownSchema, url, whyNot } from './a-database.ts'
import { anOffering, ask, get, inFolder, post } from './a-service.ts'

const endsWell = (place: () => Promise<Parameters<typeof startProcess>[0]>) => {
  test('SIGTERM: what is under way is answered, what was accepted is there after the restart', async () => {
    const where = await place()
    const service = await startProcess(where)
    await post(service.at, anOffering('o-1', 5))
    await post(service.at, ask('OpenEnrolment', { offeringId: 'o-1' }))
    const answers = Array.from({ length: 30 }, (_, at) =>
      post(
        service.at,
        ask('RequestEnrolment', { offeringId: 'o-1', learnerId: `l-${at}`, source: 'self' }),
      ).then(
        ({ status }) => ({ learnerId: `l-${at}`, status }),
        () => undefined,
      ),
    )
    await Promise.race(answers)
    service.signal('SIGTERM')
    const told = (await Promise.all(answers)).filter((one) => one !== undefined)
    expect(told.length).toBeGreaterThan(0)
    expect(told.filter(({ status }) => status !== 200)).toEqual([])
    expect(await service.ended).toBe(0)
    expect(service.told()).toContain('closed')

    const again = await startProcess(where)
    const { body } = await get(again.at, '/views/seatAllocation/subjects/o-1')
    const learners = Object.values(seatsOf(body.state as never))
      .flatMap((who) => (Array.isArray(who) ? who : []))
      .sort()
    expect(learners).toEqual(told.map(({ learnerId }) => learnerId).sort())
    again.signal('SIGTERM')
    expect(await again.ended).toBe(0)
  })
}

describe(whyNot('a process on PostgreSQL'), () => {
  describe.skipIf(url === undefined)('', () => {
    const schema = ownSchema()
    afterAll(() => dropSchema(schema))
    endsWell(async () => ({ ...(url === undefined ? {} : { url }), schema }))
  })
})

describe('a process on the embedded PostgreSQL', () => {
  let drop = async () => {}
  afterAll(() => drop())
  endsWell(async () => {
    const place = await inFolder()
    drop = place.drop
    return { folder: place.folder }
  })
})
