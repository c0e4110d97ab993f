/** Anonymous answers held back by a host: who took part and what was said cannot be joined by what is stored. */
import { type AnyEvent, anonymousAnswers, assemble, isRejected, lifecycle, systemRole } from 'training-ops'
import { memoryPorts, type Ports, startHost } from 'training-ops/host'
import { describe, expect, test } from 'vitest'

const training = assemble(lifecycle)
const opens = '2026-03-01T01:00:00.000Z'
const closes = '2026-03-09T01:00:00.000Z'
const people = ['ada', 'bob', 'cyd', 'dan', 'eve']
const administrationId = 'adm'
let asked = 0

const aSurvey = async (k: number, ports?: Ports) => {
  const clock = { now: opens }
  const on = ports ?? memoryPorts({ now: () => clock.now })
  const start = () => startHost(training, on, { heldBack: anonymousAnswers })
  const host = await start()
  const say = async (type: string, data: object, id = 'host', role = systemRole, running = host) => {
    const metadata = { commandId: `c-${++asked}`, actor: { id, role } }
    const [own] = await running.execute({ type, data: { at: clock.now, ...data }, metadata } as never)
    const { verdict } = own as NonNullable<typeof own>
    return isRejected(verdict)
      ? String((verdict.left as { code: string }).code)
      : verdict.right.map((one) => (one as AnyEvent).type).join()
  }
  const given = { administrationId, purpose: 'pulse', instrumentId: 'i', version: 1 }
  const items = [{ itemId: 'q', scale: { min: 1, max: 5 } }]
  await say('PublishInstrumentVersion', { instrumentId: 'i', version: 1, title: 'Q', items })
  await say('ProposeProgram', { programId: 'p', title: 'P', unitId: 'u', proposedBy: 'x', ownerId: 'x' })
  await say('OpenAdministration', {
    ...given,
    programId: 'p',
    window: { opens, closes },
    anonymity: 'anonymous',
    k,
  })
  const invite = async (who: string) => {
    const invitation = { administrationId, respondentId: who, learnerId: who }
    await say('InviteRespondent', invitation)
    return say('RedeemInvitation', invitation, who, 'learner')
  }
  const answer = (who: string, value: number, key = `${who}-${'x'.repeat(16)}`, running = host) =>
    say(
      'SubmitAnonymousResponse',
      { administrationId, responseId: key, answers: [{ itemId: 'q', value }] },
      who,
      'learner',
      running,
    )
  const log = async () =>
    (await on.store.after(0, 10_000)) as unknown as readonly { type: string; data: never; metadata: never }[]
  const answers = async () => (await log()).filter(({ type }) => type === 'ResponseSubmitted')
  return { clock, on, host, start, say, invite, answer, log, answers }
}

describe('an anonymous answer on a host', () => {
  test('waits; a second one and one of somebody uninvited are refused; a retry is answered as before', async () => {
    const { host, invite, answer, answers } = await aSurvey(3)
    expect(await invite('fay')).toBe('InvitationRedeemed')
    expect(await answer('mallory', 1)).toBe('NotInvited')
    expect(await answer('fay', 5)).toBe('')
    expect(await answer('fay', 5)).toBe('')
    expect(await answer('fay', 4)).toBe('AlreadySubmitted')
    expect(await answer('fay', 5, 'another-key-of-fay')).toBe('AlreadySubmitted')
    expect(await answer('fay', 9, 'another-key-of-fay')).toBe('AlreadySubmitted')
    await host.round()
    expect(await answers()).toHaveLength(0)
  })

  test('is judged at once', async () => {
    const { invite, answer } = await aSurvey(3)
    await invite('fay')
    expect(await answer('fay', 9)).toBe('AnswerOffScale')
    expect(await answer('fay', 5)).toBe('')
  })

  test('leaves with k of others while as many wait, and all before the administration closes, over a restart', async () => {
    const { clock, on, host, start, invite, answer, answers, log, say } = await aSurvey(2)
    for (const who of people) await invite(who)
    for (const who of people.slice(0, 3)) await answer(who, 3)
    await host.round()
    expect(await answers()).toHaveLength(0)
    await answer('dan', 3)
    await host.round()
    expect(await answers()).toHaveLength(2)
    await answer('eve', 3)
    expect(await say('CloseAdministration', { administrationId }, 'eve', 'learner')).toBe('NotAuthorized')
    expect(await answers()).toHaveLength(2)
    await host.close()
    clock.now = closes
    const again = await start()
    await again.round()
    await say('CloseAdministration', { administrationId }, 'host', systemRole, again)
    expect(await answers()).toHaveLength(5)
    expect((await log()).filter(({ type }) => type === 'AdministrationClosed')).toHaveLength(1)
    expect(await on.ballots?.holding()).toEqual([])
    for (const who of people) expect(await answer(who, 3, undefined, again)).toBe('')
    for (const { metadata } of await answers()) expect(metadata).not.toHaveProperty('actor')
  })

  test('a crash at any step of the release loses none and appends none twice', async () => {
    for (let crash = 1; crash < 9; crash++) {
      const { on, clock, invite, answer, answers } = await aSurvey(2)
      let steps = 0
      const failing =
        <A extends unknown[], T>(work: (...given: A) => Promise<T>) =>
        async (...given: A) => {
          if (++steps === crash) throw new Error('killed')
          const done = await work(...given)
          return done
        }
      const ballots = on.ballots as NonNullable<typeof on.ballots>
      for (const who of people) await invite(who)
      for (const [at, who] of people.entries()) await answer(who, at + 1)
      const dying = await startHost(
        training,
        {
          ...on,
          store: { ...on.store, append: failing(on.store.append) },
          ballots: { ...ballots, change: failing(ballots.change) },
        },
        { heldBack: anonymousAnswers },
      )
      await dying.round().catch(() => {})
      clock.now = closes
      const next = await startHost(training, on, { heldBack: anonymousAnswers })
      await next.round()
      const values = (await answers()).map(
        ({ data }) => (data as { answers: { value: number }[] }).answers[0]?.value,
      )
      expect(values.sort()).toEqual([1, 2, 3, 4, 5])
    }
  })

  test('whoever holds the whole database attributes no better than by chance', async () => {
    let right = 0
    for (let run = 0; run < 50; run++) {
      const { clock, on, host, invite, answer, log } = await aSurvey(3)
      const values = people.map((_, at) => at + 1).sort(() => Math.random() - 0.5)
      for (const [at, who] of people.entries()) {
        clock.now = new Date(Date.parse(opens) + at * 3_600_000).toISOString()
        await invite(who)
        await answer(who, values[at] as number, crypto.randomUUID())
        await host.round()
      }
      for (const { waiting } of (await on.ballots?.holding()) ?? [])
        expect(JSON.stringify(waiting)).not.toMatch(/"ada"|T0[1-9]|actor/)
      clock.now = closes
      await host.round()
      const events = await log()
      const who = events
        .filter(({ type }) => type === 'InvitationRedeemed')
        .map(({ data }) => (data as { respondentId: string }).respondentId)
      const what = events
        .filter(({ type }) => type === 'ResponseSubmitted')
        .map(({ data }) => (data as { answers: { value: number }[] }).answers[0]?.value)
      expect(what).toHaveLength(5)
      right += who.filter((one, at) => what[at] === values[people.indexOf(one)]).length
    }
    // 50 of 250 by chance, with a standard deviation of 7.1.
    expect(right).toBeLessThan(50 + 5 * 7.1)
  }, 60_000)
})
