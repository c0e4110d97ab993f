/** Anonymous answers through the door: nothing that the database holds joins a person with what they said. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../database.ts'
import { url, whyNot } from './a-database.ts'
import { ask, onServer, type Place, post, type Running, run, until } from './a-service.ts'

const opens = '2026-03-01T01:00:00.000Z'
const closes = '2026-03-09T01:00:00.000Z'
const people = ['ada', 'bob', 'cyd', 'dan', 'eve']
const as = (id: string) => ({ 'x-actor-id': id, 'x-actor-role': 'learner' })

describe.skipIf(url === undefined)(whyNot('anonymous answers on PostgreSQL'), () => {
  let place: Place
  let database: Database
  let running: Running
  let now = opens
  const start = () => run(database, { now: () => now, complain: () => {} })
  beforeAll(async () => {
    place = onServer()
    database = await place.open()
    running = await start()
  })
  afterAll(async () => {
    await running.stop()
    await database.close()
    await place.drop()
  })

  const survey = async (administrationId: string) => {
    const given = { administrationId, purpose: 'pulse', instrumentId: 'i', version: 1, programId: 'p' }
    const items = [{ itemId: 'q', scale: { min: 1, max: 5 } }]
    await post(
      running.at,
      ask('PublishInstrumentVersion', { instrumentId: 'i', version: 1, title: 'Q', items }),
    )
    await post(
      running.at,
      ask('ProposeProgram', { programId: 'p', title: 'P', unitId: 'u', proposedBy: 'x', ownerId: 'x' }),
    )
    const opened = await post(
      running.at,
      ask('OpenAdministration', { ...given, window: { opens, closes }, anonymity: 'anonymous', k: 3 }),
    )
    expect(opened.status).toBe(200)
    const invitation = (who: string) => ({ at: now, administrationId, respondentId: who, learnerId: who })
    return {
      invite: async (who: string) => {
        await post(running.at, ask('InviteRespondent', invitation(who)))
        return post(running.at, ask('RedeemInvitation', invitation(who)), as(who))
      },
      answer: (who: string, value: number, key = randomUUID() as string) =>
        post(
          running.at,
          ask('SubmitAnonymousResponse', {
            ...{ at: now, administrationId, responseId: key },
            answers: [{ itemId: 'q', value }],
          }),
          as(who),
        ),
      stored: async () => {
        const { rows } = await database.pool.query(
          'SELECT type, payload FROM events ORDER BY sequence_position',
        )
        return rows
          .map(({ type, payload }) => ({ type, ...JSON.parse(payload) }))
          .filter(({ data }) => data.administrationId === administrationId)
      },
      held: async () => {
        const { rows } = await database.pool.query('SELECT held FROM host_ballots WHERE box = $1', [
          administrationId,
        ])
        return JSON.parse(rows[0]?.held ?? '{"by":[],"waiting":[]}')
      },
    }
  }

  test('are held back, one for each invitation, through a restart, and appended when nobody answers any more', async () => {
    const { invite, answer, stored, held } = await survey('adm-1')
    const values = new Map(people.map((who, at) => [who, at + 1]))
    for (const [at, who] of people.entries()) {
      now = new Date(Date.parse(opens) + at * 3_600_000).toISOString()
      expect((await invite(who)).status).toBe(200)
      if (who === 'eve') {
        // mallory was never invited, and takes nobody's place
        expect((await answer('mallory', 1)).body).toMatchObject({ rejection: { code: 'NotInvited' } })
      }
      expect((await answer(who, values.get(who) ?? 0)).body).toMatchObject({ accepted: true, events: [] })
      expect((await answer(who, 5)).body.accepted).not.toBe(true)
    }
    expect((await stored()).map(({ type }) => type)).not.toContain('ResponseSubmitted')
    const { by, waiting } = await held()
    expect(by).toEqual(people)
    expect(JSON.stringify(waiting)).not.toMatch(/"(ada|bob|cyd|dan|eve)"|actor|T0[1-9]:/)
    await running.stop()
    running = await start()
    now = closes
    const appended = await until(async () => {
      const all = (await stored()).filter(({ type }) => type === 'ResponseSubmitted')
      return all.length === 5 && all
    })
    expect(appended.map(({ data }) => data.answers[0].value).sort()).toEqual([1, 2, 3, 4, 5])
    for (const { data, metadata } of appended) {
      expect(data.at).toMatch(/T(16:00|00:00):00/)
      expect(JSON.stringify([data, metadata])).not.toMatch(/"(ada|bob|cyd|dan|eve)"/)
    }
  })

  test('by the order of what is stored nobody is found more often than by chance', async () => {
    let right = 0
    const rounds = 20
    for (let round = 0; round < rounds; round++) {
      now = opens
      const { invite, answer, stored } = await survey(`adm-order-${round}`)
      const values = people.map((_, at) => at + 1).sort(() => Math.random() - 0.5)
      for (const [at, who] of people.entries()) {
        await invite(who)
        await answer(who, values[at] ?? 0)
      }
      now = closes
      const all = await until(async () => {
        const events = await stored()
        return events.filter(({ type }) => type === 'ResponseSubmitted').length === 5 && events
      })
      const told = all.filter(({ type }) => type === 'ResponseSubmitted')
      right += told.filter(({ data }, at) => data.answers[0].value === values[at]).length
    }
    // a fifth of them by chance: 20 of 100, with a standard deviation of 4.5
    expect(right).toBeLessThan(20 + 5 * 4.5)
  }, 60_000)
})
