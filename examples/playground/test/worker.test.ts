/** What the worker answers, asked without a browser. */
import { enrolmentRecord, offeringRecord, planRecord, project } from 'training-ops'
import { describe, expect, test } from 'vitest'
import { ask } from '../worker/ask.ts'
import { formOf } from '../worker/form.ts'
import { figuresAt, framesOf, shownMetrics, timeIn } from '../worker/frame.ts'
import { twoFutures } from '../worker/futures.ts'
import type { LogEvent, Reason } from '../worker/protocol.ts'
import { race } from '../worker/race.ts'
import { subjectsOf } from '../worker/subjects.ts'
import { eventsBehind } from '../worker/why.ts'
import { commands, first, year } from './year.ts'

const evening = (day: string) => `${day}T09:00:00.000Z`
/** There and back, with long and short steps. */
const days = [
  '2025-04-01',
  '2025-04-02',
  '2025-12-30',
  '2025-04-02',
  '2024-10-01',
  '2025-09-10',
  '2025-09-09',
]

describe.each(['was', 'known'] as const)('a view that goes from day to day (%s)', (mode) => {
  test.each([
    ['enrolments', enrolmentRecord],
    ['offerings', offeringRecord],
    ['plans', planRecord],
  ] as const)('is the fold of the whole log up to then: %s', (_, projection) => {
    const viewAt = subjectsOf(projection, year.events, timeIn(mode))
    for (const at of days.map(evening))
      expect(viewAt(at)).toEqual(
        project(projection, year.events, mode === 'was' ? { asOf: at } : { asKnownAt: at }),
      )
  })
})

describe('the log', () => {
  test('was learnt in its own order, and never before it was so', () => {
    let before = ''
    for (const { data, metadata } of year.events) {
      const learnt = metadata?.recordedAt ?? ''
      expect(learnt >= before && learnt >= String(data.at ?? '')).toBe(true)
      before = learnt
    }
  })

  test('on the evening of a class, attendance is so and is not yet known', () => {
    const frames = framesOf(year)
    const at = evening('2025-03-11')
    const [was, known] = (['was', 'known'] as const).map((mode) => {
      const { heat } = frames.at({
        moment: { at: `${at.slice(0, 10)}T15:00:00.000Z`, mode },
        offeringId: 'selling-1',
      })
      return heat.reduce((hours, { value }) => hours + value, 0)
    })
    expect(was).toBeGreaterThan(known ?? 0)
  })

  test('the first view is what the worker answers', () => {
    const frames = framesOf(year)
    const { moment, offeringId } = first.frame
    expect(JSON.parse(JSON.stringify(frames.at({ moment, offeringId })))).toEqual(first.frame)
    expect(JSON.parse(JSON.stringify(figuresAt(frames, moment)))).toEqual(first.figures)
  })
})

describe('asking', () => {
  test.each(first.tries.map((one) => [one.code, one] as const))(
    'what was refused is refused again: %s',
    (code, one) => {
      const { refusal, boundary } = ask(year.events, { at: one.learntAt, mode: 'was' }, one.command)
      expect(refusal?.code).toBe(code)
      const [english, chinese] = refusal?.words ?? ['', '']
      expect(english).toMatch(/[a-z]/)
      expect(chinese).toMatch(/[\u4e00-\u9fff]/)
      expect(boundary.positions.length).toBeLessThan(boundary.size)
    },
  )

  test('a seat is given by policy, and the answer tells so', () => {
    const command = {
      type: 'RequestEnrolment',
      data: { at: evening('2025-06-10'), offeringId: 'onboarding-3', learnerId: 's001', source: 'self' },
      metadata: { commandId: 'playground-1' },
    }
    const before = ask(year.events, { at: evening('2025-06-10'), mode: 'was' }, command)
    expect(before.refusal?.code).toBe('IllegalTransition')
    const at = evening('2025-06-20')
    const after = ask(year.events, { at, mode: 'was' }, { ...command, data: { ...command.data, at } })
    expect(after.accepted).toBe(true)
    expect(after.followed.flatMap(({ events }) => events.map(({ type }) => type))).toContain(
      'LearnerEnrolled',
    )
  })

  test('bad input is told with its path', () => {
    const { refusal } = ask(
      year.events,
      { at: evening('2025-06-10'), mode: 'was' },
      { type: 'OpenEnrolment', data: {}, metadata: { commandId: 'x' } },
    )
    expect(refusal?.code).toBe('InvalidCommand')
  })

  test('every command has a form, with the ids of the log', () => {
    const moment = { at: evening('2025-06-10'), mode: 'was' } as const
    const { schema, ids } = formOf(year.events, 'RequestEnrolment', moment, 'en')
    const chinese = formOf(year.events, 'RequestEnrolment', moment, 'zh').schema
    expect(JSON.stringify(chinese)).toContain('所涉及的学员。')
    expect(Object.keys(schema.properties as object)).toContain('learnerId')
    expect(ids.offeringId).toContain('sharing-2')
  })
})

describe('what if', () => {
  const moment = { at: evening('2025-10-10'), mode: 'was' } as const

  test('a branch in which nothing is asked is the year as it was', async () => {
    const { asWas, branch, changedTotal } = await twoFutures(year, commands, moment, [], () => undefined)
    expect(branch).toEqual(asWas)
    expect(changedTotal).toBe(0)
  })

  test('a class that is called off changes what is asked of it later', async () => {
    const cancel = {
      type: 'CancelOffering',
      data: { at: moment.at, offeringId: 'sharing-4', cause: 'other' },
      metadata: { commandId: 'branch-1', actor: { id: 'ops-lin', role: 'operations' } },
    }
    const { answers, asWas, branch, changed } = await twoFutures(
      year,
      commands,
      moment,
      [cancel],
      () => undefined,
    )
    expect(answers).toEqual([{ type: 'CancelOffering', accepted: true }])
    expect(branch.refused).toBeGreaterThan(asWas.refused)
    expect(changed.every(({ now, refusal }) => now === 'refused' && refusal !== undefined)).toBe(true)
  })
})

describe('the events behind a number', () => {
  const moment = { at: evening('2025-06-10'), mode: 'was' } as const
  const behind = (reason: Reason) => {
    const search = eventsBehind(year, moment, reason)
    let step = search.next()
    while (step.done !== true) step = search.next()
    return step.value
  }
  const past = year.events.filter((event) => String(event.data.at ?? '') <= moment.at)
  const look = { moment, offeringId: 'sharing-2' }
  const duty = first.frame.duties[0]
  const framed = (events: readonly LogEvent[]) => {
    const frames = framesOf({ ...year, events })
    const { classes, heat, duties, seats, plan, gaps } = frames.at(look)
    const selling = classes.find(({ id }) => id === 'selling-3')
    return {
      ...Object.fromEntries(figuresAt(frames, moment).map(({ metric, result }) => [metric, result])),
      waitlisted: selling?.waitlisted,
      heat: heat.find(({ row, column }) => row === 'sales' && column === '2025-03')?.value,
      duty: duties.find(
        ({ learnerId, requirementId }) =>
          learnerId === duty?.learnerId && requirementId === duty.requirementId,
      )?.state,
      seat: seats.find(({ learnerId }) => learnerId === 'v107')?.status,
      posted: plan.find(({ lineId }) => lineId === 'line-selling')?.posted,
      gap: gaps[0]?.missing,
    } as Readonly<Record<string, unknown>>
  }
  const cell = first.frame.gaps[0]
  const reasons: Readonly<Record<string, Reason>> = {
    ...Object.fromEntries(shownMetrics.map((metric) => [metric, { of: 'figure', metric } as const])),
    waitlisted: { of: 'class', offeringId: 'selling-3', counted: 'waitlisted' },
    heat: { of: 'hours', row: 'sales', column: '2025-03' },
    duty: { of: 'duty', requirementId: duty?.requirementId ?? '', learnerId: duty?.learnerId ?? '' },
    seat: { of: 'seat', offeringId: 'sharing-2', learnerId: 'v107' },
    posted: { of: 'line', lineId: 'line-selling', counted: 'posted' },
    gap: { of: 'gap', role: cell?.role ?? '', competency: cell?.competency ?? '' },
  }
  const found = Object.fromEntries(
    Object.entries(reasons).map(([name, reason]) => [name, behind(reason)] as const),
  )
  const whole = framed(past)

  test.each(Object.keys(reasons))('give that number when nothing else is folded: %s', (name) => {
    const own = found[name] ?? []
    expect(own.length).toBeGreaterThan(0)
    expect(own.length).toBeLessThan(past.length / 2)
    expect(framed(own)[name]).toEqual(whole[name])
  })

  test('are those that move it in the whole log, and no others', () => {
    // every so many events, and one of each number's own
    const tried = [
      ...past.filter((_, at) => at % 1409 === 0),
      ...Object.values(found).flatMap((own) => own.at(-1) ?? []),
    ]
    for (const event of new Set(tried)) {
      const at = past.indexOf(event)
      const [before, after] = [framed(past.slice(0, at)), framed(past.slice(0, at + 1))]
      const without = framed(past.filter((one) => one !== event))
      for (const name of Object.keys(reasons)) {
        const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)
        expect([event.type, name, found[name]?.includes(event)]).toEqual([
          event.type,
          name,
          differs(before[name], after[name]) || differs(without[name], whole[name]),
        ])
      }
    }
  })
})

describe('two hosts and one seat', () => {
  test('with the condition, one is enrolled in every order', () => {
    expect(race(true).map(({ enrolled }) => enrolled.length)).toEqual([1, 1, 1, 1, 1, 1])
  })
  test('without it, both are wherever both read before one wrote', () => {
    expect(race(false).map(({ enrolled }) => enrolled.length)).toEqual([1, 2, 2, 2, 2, 1])
  })
})
