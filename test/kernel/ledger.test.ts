import {
  accepted,
  assemble,
  catalog,
  createLedger,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  delivery,
  deliveryEvents,
  type EventsOf,
  event,
  intent,
  offering,
  policies,
  projections,
  refusedBy,
  resources,
  seatAllocation,
  tagsOf,
  Unknown,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { at, happened, offeringId, open, request, schedule } from '../delivery/an-offering.ts'

const training = assemble([catalog, resources, delivery], {}, { trusted: true })
let ids = 0
const asked = (type: string, data: object) => ({ type, data, metadata: { commandId: `c-${++ids}` } }) as never
const one = { at, offeringId }
/** What is due after the class: what is due before it says nothing more once it was held. */
const agendaAfterClass = (ledger: ReturnType<typeof confirmed>) => {
  ledger.advanceTo('2026-04-07T09:00:00.000Z')
  return ledger.agenda()
}

/** A ledger with an offering of two seats, everybody confirmed and in. */
const confirmed = () => {
  const ledger = createLedger(training)
  ledger.executeWithPolicies(asked('ScheduleOffering', schedule))
  ledger.executeWithPolicies(asked('OpenEnrolment', one))
  for (const learnerId of ['ada', 'bob', 'cyd'])
    ledger.executeWithPolicies(asked('RequestEnrolment', request(learnerId)))
  ledger.executeWithPolicies(asked('ConfirmOffering', one))
  return ledger
}
const hold = (session: (typeof schedule.sessions)[number]) =>
  asked('DeliverSession', {
    at: session.end,
    offeringId,
    sessionId: session.sessionId,
    actualStart: session.start,
    actualEnd: session.end,
  })
const [monday, tuesday] = schedule.sessions as [
  (typeof schedule.sessions)[number],
  (typeof schedule.sessions)[number],
]

describe('carrying out', () => {
  test('a command comes first, then what follows from it', () => {
    const ledger = createLedger(training, { events: open })
    const outcomes = ledger.executeWithPolicies(asked('RequestEnrolment', request('ada')))
    expect(outcomes.map(({ command }) => (command as { type: string }).type)).toEqual([
      'RequestEnrolment',
      'ApproveEnrolment',
    ])
    expect(
      ledger
        .events()
        .map(({ type }) => type)
        .slice(-2),
    ).toEqual(['EnrolmentRequested', 'LearnerEnrolled'])
  })
  test('what follows knows what it follows from', () => {
    const ledger = createLedger(training, { events: open })
    ledger.executeWithPolicies({
      ...(asked('RequestEnrolment', request('ada')) as object),
      metadata: { commandId: 'ask', correlationId: 'p-1' },
    } as never)
    expect(ledger.events().at(-1)?.metadata).toMatchObject({
      commandId: expect.stringMatching(/^policy:[0-9a-f]{32}$/),
      causationId: 'ask/0',
      correlationId: 'p-1',
    })
  })
  test('carried out again, appends nothing and answers the same', () => {
    const ledger = createLedger(training, { events: open })
    const command = asked('RequestEnrolment', request('ada'))
    const [first] = ledger.executeWithPolicies(command)
    const size = ledger.events().length
    const [again, ...others] = ledger.executeWithPolicies(command)
    expect(again?.verdict).toMatchObject({ ...first?.verdict, resent: true })
    expect(others).toEqual([])
    expect(ledger.events()).toHaveLength(size)
  })
  test('a rejection changes nothing, not even what was warm', () => {
    const ledger = confirmed()
    const before = [ledger.events(), ledger.project(seatAllocation), ledger.agenda()]
    ledger.executeWithPolicies(asked('ScheduleOffering', schedule))
    ledger.executeWithPolicies(asked('RequestEnrolment', request('ada')))
    expect([ledger.events(), ledger.project(seatAllocation), ledger.agenda()]).toEqual(before)
  })
})

describe('the agenda', () => {
  test('holds what is for later, and nothing before its time', () => {
    const ledger = confirmed()
    ledger.executeWithPolicies(hold(monday))
    expect(agendaAfterClass(ledger)).toEqual([])
    ledger.executeWithPolicies(hold(tuesday))
    expect(ledger.agenda().map(({ dueAt, command }) => [dueAt, (command as { data: object }).data])).toEqual([
      ['2026-04-14T09:00:00.000Z', { at: '2026-04-14T09:00:00.000Z', offeringId, learnerId: 'ada' }],
      ['2026-04-14T09:00:00.000Z', { at: '2026-04-14T09:00:00.000Z', offeringId, learnerId: 'bob' }],
    ])
    expect(ledger.advanceTo('2026-04-14T08:59:59.999Z')).toEqual([])
    expect(ledger.advanceTo('2026-04-14T09:00:00.000Z')).toHaveLength(2)
    expect(
      ledger
        .events()
        .slice(-2)
        .map(({ type }) => type),
    ).toEqual(['NoShowRecorded', 'NoShowRecorded'])
    expect(ledger.agenda()).toEqual([])
    expect(ledger.advanceTo('2030-01-01T00:00:00.000Z')).toEqual([])
  })
  test('is worked out again from the events of an earlier day, without what was done since', () => {
    const ledger = confirmed()
    ledger.executeWithPolicies(hold(monday))
    ledger.executeWithPolicies(hold(tuesday))
    const stored = JSON.parse(JSON.stringify(ledger.events())) as unknown[]
    expect(createLedger(training, { events: stored }).agenda()).toEqual(ledger.agenda())
    ledger.advanceTo('2026-05-01T00:00:00.000Z')
    const resumed = createLedger(training, { events: JSON.parse(JSON.stringify(ledger.events())) })
    // what had nothing to say left no event: it is asked again, and has nothing to say again
    const due = resumed.agenda().map(({ command }) => command as { type: string })
    expect(due.filter(({ type }) => type === 'CloseEnrolment')).toEqual([])
    const before = resumed.events().length
    resumed.advanceTo('2026-05-01T00:00:00.000Z')
    expect(resumed.events()).toHaveLength(before)
  })
})

describe('resuming', () => {
  test('goes on from where it was, to the same end', () => {
    const whole = confirmed()
    const resumed = createLedger(training, { events: JSON.parse(JSON.stringify(whole.events())) })
    expect(resumed.events()).toEqual(whole.events())
    expect(resumed.project(seatAllocation)).toEqual(whole.project(seatAllocation))
    const leave = asked('WithdrawEnrolment', { ...one, learnerId: 'ada' })
    expect(resumed.executeWithPolicies(leave)).toEqual(whole.executeWithPolicies(leave))
  })
  test('with an event nobody declares is a mistake that is told, with its place', () => {
    expect(() => createLedger(training, { events: [open[0], { type: 'Unheard', data: {} }] })).toThrow(
      'training-ops: createLedger needs events of its system, got {"path":["type"],"code":"UnknownEvent"} at events[1]',
    )
  })
})

describe('reading and appending', () => {
  const query = [{ types: ['OfferingAnnounced'], tags: [`offering:${offeringId}` as const] }]
  const announced = happened.OfferingAnnounced({ ...one, channel: 'intranet', audience: {} })
  test('a condition holds until something it asks for comes in', () => {
    const ledger = createLedger(training, { events: open })
    const { events, condition } = ledger.read(query)
    expect(events).toEqual([])
    expect(ledger.append([happened.EnrolmentWindowClosed(one)])).toBe(true)
    expect(ledger.append([announced], condition)).toBe(true)
    expect(ledger.append([announced], condition)).toBe(false)
    expect(ledger.events()).toHaveLength(4)
    expect(ledger.append([announced], ledger.read(query).condition)).toBe(true)
  })
  test('an append is seen by the states decisions rest on', () => {
    const ledger = createLedger(training, { events: open.slice(0, 1) })
    expect(ledger.execute(asked('RequestEnrolment', request('ada')))).toMatchObject({
      left: { code: 'IllegalTransition' },
    })
    ledger.append([happened.EnrolmentOpened(one)])
    expect(ledger.execute(asked('RequestEnrolment', request('ada')))).toMatchObject({ _tag: 'Right' })
  })
  test('a query answers in the order things happened, each once', () => {
    const ledger = confirmed()
    const twice = [
      { types: [], tags: [`offering:${offeringId}` as const] },
      { types: [], tags: ['learner:ada' as const] },
    ]
    expect(ledger.read(twice).events).toEqual(ledger.events())
    expect(ledger.read([]).events).toEqual([])
  })
  test('views go on from where they were, and look back when asked', () => {
    const ledger = createLedger(training, { events: open })
    expect(ledger.project(offering)).toMatchObject({ [offeringId]: { status: 'enrolling' } })
    ledger.execute(asked('CancelOffering', { at: '2026-03-02T00:00:00.000Z', offeringId, cause: 'other' }))
    expect(ledger.project(offering)).toMatchObject({ [offeringId]: { status: 'cancelled' } })
    expect(ledger.project(offering, { asOf: at })).toMatchObject({ [offeringId]: { status: 'enrolling' } })
    expect(ledger.project(offering, { asOf: '2026-02-01T00:00:00.000Z' })).toEqual({})
  })
})

describe('policies', () => {
  const events = defineEvents({ BallHit: event({ ballId: z.string(), times: z.int() }) })
  const { HitBall } = defineCommands({ HitBall: { ballId: z.string(), times: z.int() } })
  const hits = projections<EventsOf<typeof events>>()({
    name: 'hits',
    by: ['ballId'],
    initial: () => ({ last: 0 }),
    on: {
      BallHit: (state, { times }) => {
        state.last = times
      },
    },
  })
  const tennis = (rest: number) =>
    assemble(
      [
        defineModule({
          name: 'tennis',
          events,
          decisions: [
            defineDecision({
              command: HitBall,
              reads: { hits },
              decide: (hit, { hits }) =>
                refusedBy(hit.times <= hits.last && Unknown({ what: 'ball', id: hit.ballId })) ??
                accepted(events.make.BallHit(hit)),
            }),
          ],
          policies: [
            policies<EventsOf<typeof events>>()({
              name: 'itComesBack',
              when: 'BallHit',
              reads: {},
              react: ({ ballId, times }) =>
                times < rest ? [intent(HitBall, { ballId, times: times + 1 })] : [],
            }),
          ],
        }),
      ],
      {},
      { trusted: true },
    )
  const hit = asked('HitBall', { ballId: 'b', times: 1 })
  test('may answer each other as long as they come to rest', () => {
    expect(createLedger(tennis(100)).executeWithPolicies(hit)).toHaveLength(100)
  })
  test('that answer each other without end are a mistake that is told', () => {
    expect(() => createLedger(tennis(Number.POSITIVE_INFINITY)).executeWithPolicies(hit)).toThrow(
      'training-ops: executeWithPolicies needs policies that come to rest, got a chain of 101 after HitBall',
    )
  })
})

test('an event that names a subject twice happened once', () => {
  const events = defineEvents({ MoneySpent: event({ planId: z.string(), planIds: z.array(z.string()) }) })
  const spent = projections<EventsOf<typeof events>>()({
    name: 'spent',
    by: ['planId'],
    initial: () => ({ times: 0 }),
    on: {
      MoneySpent: (state) => {
        state.times++
      },
    },
  })
  const { Count } = defineCommands({ Count: { planId: z.string() } })
  const count = defineDecision({
    command: Count,
    reads: { spent },
    decide: (_, { spent }) =>
      refusedBy(spent.times !== 1 && Unknown({ what: 'times', id: String(spent.times) })) ?? accepted(),
  })
  const system = assemble(
    [defineModule({ name: 'spending', events, decisions: [count as never] })],
    {},
    { trusted: true },
  )
  const ledger = createLedger(system, {
    events: [events.make.MoneySpent({ planId: 'p', planIds: ['p', 'p'] })],
  })
  expect(ledger.execute(asked('Count', { planId: 'p' }))).toEqual({ _tag: 'Right', right: [] })
})

test('tags are read off every id, every list of ids and what is declared beside', () => {
  const declared = {
    declarations: {
      A: event(
        { offeringId: z.string(), learnerIds: z.array(z.string()), serial: z.string(), note: z.string() },
        { taggedBy: ['serial'] },
      ),
    },
  }
  const data = { offeringId: 'o', learnerIds: ['ada', 'bob'], serial: 's-1', note: 'n' }
  expect(tagsOf(declared, { type: 'A', data })).toEqual([
    'offering:o',
    'learner:ada',
    'learner:bob',
    'serial:s-1',
  ])
  expect(tagsOf(deliveryEvents, { ...open[0], metadata: { commandId: 'c' } })).toContain('command:c')
})
