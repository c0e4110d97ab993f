import type { BallotBox, Ports } from '../../host/index.ts'
import type { Command } from '../../kernel/index.ts'
import { describeValue, failure } from '../describe-value.ts'
import { same } from '../same.ts'
import type { StoreCheck } from '../store/conformance.ts'
import { type KitLanguage, wordsOf } from '../words/index.ts'

type Later<Value> = Value | Promise<Value>
type Must = (got: unknown, expected: unknown) => void

export type PortsConformance = {
  readonly language?: KitLanguage
  /** Closes the ports and opens them again on what they kept; without it, restarts are not tried. */
  readonly restart?: (ports: Ports) => Later<Ports>
  /** Opens a second connection to the same, as another process has; without it, one connection is tried. */
  readonly connect?: (ports: Ports) => Later<Ports>
}

const day = (date: number): string => `2026-03-${String(date).padStart(2, '0')}T09:00:00.000Z`
/** Ids and texts as they come: quotes, a newline, Chinese, a character beyond the first plane. */
const odd = `it's "due" \\ ; -- 两个字 𠮷\n%s $1`
const deadline = (commandId: string, dueAt: string) => ({
  dueAt,
  command: {
    type: 'RemindSomebody',
    data: { at: dueAt, note: odd, list: [1, null, { deep: true }] },
    metadata: { commandId },
  },
})
const idsOf = (due: readonly { readonly command: Command }[]) =>
  due.map(({ command }) => command.metadata.commandId)

const comeSoonestFirst = async ({ deadlines }: Ports, must: Must) => {
  await deadlines.plan([deadline('c', day(3)), deadline('a', day(1))])
  await deadlines.plan([deadline('b', day(2)), deadline('later', day(9))])
  must(idsOf(await deadlines.due(day(3), 10)), ['a', 'b', 'c'])
  must(idsOf(await deadlines.due(day(3), 2)), ['a', 'b'])
  must(await deadlines.due(day(1), 10), [{ command: deadline('a', day(1)).command, tries: 0 }])
  must(idsOf(await deadlines.due('2026-02-28T09:00:00.000Z', 10)), [])
}

const arePlannedOnce = async ({ deadlines }: Ports, must: Must) => {
  await deadlines.plan([deadline(odd, day(1))])
  await deadlines.plan([deadline(odd, day(5)), deadline('other', day(2))])
  must(idsOf(await deadlines.due(day(1), 10)), [odd])
  must(idsOf(await deadlines.due(day(9), 10)), [odd, 'other'])
}

const areOverOnceAnswered = async ({ deadlines }: Ports, must: Must) => {
  await deadlines.plan([deadline('a', day(1)), deadline('b', day(1))])
  await deadlines.answered('a', odd)
  await deadlines.answered('a', odd)
  // Another host may answer before this one has heard of it.
  await deadlines.answered('early', 'accepted')
  await deadlines.plan([deadline('a', day(1)), deadline('early', day(1))])
  must(idsOf(await deadlines.due(day(9), 10)), ['b'])
}

const waitAfterTheyFailed = async ({ deadlines }: Ports, must: Must) => {
  await deadlines.plan([deadline('a', day(1)), deadline('b', day(2))])
  await deadlines.failed('a', odd, day(5))
  must(idsOf(await deadlines.due(day(4), 10)), ['b'])
  must(await deadlines.due(day(5), 1), [{ command: deadline('a', day(1)).command, tries: 1 }])
  must(await deadlines.failing(), [{ commandId: 'a', reason: odd, tries: 1 }])
  await deadlines.failed('a', 'again', day(6))
  must(await deadlines.failing(), [{ commandId: 'a', reason: 'again', tries: 2 }])
  await deadlines.answered('a', 'accepted')
  must(await deadlines.failing(), [])
  must(idsOf(await deadlines.due(day(9), 10)), ['b'])
}

const aside = (position: number, tries = 1) => ({ position, type: 'SomethingHappened', reason: odd, tries })

const waitInTheOrderOfTheLog = async ({ quarantine }: Ports, must: Must) => {
  await quarantine.put(aside(30), day(1))
  await quarantine.put(aside(4), day(1))
  await quarantine.put(aside(10), day(5))
  must(await quarantine.due(day(2), 10), [aside(4), aside(30)])
  must(await quarantine.due(day(2), 1), [aside(4)])
  must(await quarantine.all(), [aside(4), aside(10), aside(30)])
  await quarantine.put(aside(4, 2), day(8))
  must(await quarantine.due(day(2), 10), [aside(30)])
  must(await quarantine.due(day(8), 10), [aside(4, 2), aside(10), aside(30)])
}

const areNoLongerSetAside = async ({ quarantine }: Ports, must: Must) => {
  await quarantine.put(aside(4), day(1))
  await quarantine.put(aside(9), day(1))
  await quarantine.done(4)
  await quarantine.done(4)
  await quarantine.done(77)
  must(await quarantine.all(), [aside(9)])
  must(await quarantine.due(day(2), 10), [aside(9)])
}

const checkpoint = (
  fingerprint: string,
  position: number,
  state: unknown = { position, odd, nothing: null },
) => ({
  fingerprint,
  position,
  state,
})

const comeBackAsSaved = async ({ checkpoints }: Ports, must: Must) => {
  must(await checkpoints.load('nothing'), undefined)
  const large = { list: Array.from({ length: 2000 }, (_, at) => ({ at, odd })) }
  await checkpoints.save(odd, checkpoint('f', 7))
  await checkpoints.save('view', checkpoint('f', 3, large))
  must(await checkpoints.load(odd), checkpoint('f', 7))
  must(await checkpoints.load('view'), checkpoint('f', 3, large))
}

const neverGoBack = async ({ checkpoints }: Ports, must: Must) => {
  await checkpoints.save('view', checkpoint('one', 7))
  await checkpoints.save('view', checkpoint('one', 5))
  must(await checkpoints.load('view'), checkpoint('one', 7))
  await checkpoints.save('view', checkpoint('one', 12))
  must(await checkpoints.load('view'), checkpoint('one', 12))
  await checkpoints.save('view', checkpoint('two', 4))
  must(await checkpoints.load('view'), checkpoint('two', 4))
}

const answer = (commandId: string): Command => deadline(commandId, day(1)).command
const box = (
  by: readonly string[],
  waiting: readonly Command[] = [],
  leaving: readonly Command[] = [],
): BallotBox => ({
  by,
  waiting,
  leaving,
  closingUntil: '',
})
type Ballots = NonNullable<Ports['ballots']>
const lookInto = async (ballots: Ballots, name: string): Promise<BallotBox | undefined> => {
  let seen: BallotBox | undefined
  await ballots.change(name, (before) => {
    seen = before
    return undefined
  })
  return seen
}

const areKeptWhole = async (ballots: Ballots, must: Must) => {
  const first = box(['ada', odd], [answer('k-1')], [answer('k-2')])
  await ballots.change('a', (before) => {
    must(before, undefined)
    return first
  })
  must(await lookInto(ballots, 'a'), first)
  must(await lookInto(ballots, 'a'), first)
  await ballots.change('a', () => ({ ...first, waiting: [], closingUntil: day(1) }))
  must(await lookInto(ballots, 'a'), { ...first, waiting: [], closingUntil: day(1) })
  must(await lookInto(ballots, odd), undefined)
}

/** Names that one box lacks after many have put theirs in at once. */
const countTogether = async (all: readonly Ballots[], must: Must) => {
  const names = Array.from({ length: 20 }, (_, at) => `p-${String(at).padStart(2, '0')}`)
  await Promise.all(
    names.map((name, at) =>
      (all[at % all.length] as Ballots).change('crowd', (before) => ({
        ...(before ?? box([])),
        by: [...(before?.by ?? []), name].sort(),
      })),
    ),
  )
  must((await lookInto(all[0] as Ballots, 'crowd'))?.by, names)
}

const changeAllOrNothing = async (ballots: Ballots, must: Must) => {
  await ballots.change('a', () => box(['ada']))
  const refused = await ballots
    .change('a', () => {
      throw new Error('refused')
    })
    .then(
      () => 'taken',
      (error: unknown) => (error as Error).message,
    )
  must(refused, 'refused')
  must(await lookInto(ballots, 'a'), box(['ada']))
}

const areFoundWhileTheyHold = async (ballots: Ballots, must: Must) => {
  await ballots.change('waits', () => box(['ada'], [answer('k-1')]))
  await ballots.change('leaves', () => box(['bo'], [], [answer('k-2')]))
  await ballots.change('empty', () => box(['cy']))
  const found = [...(await ballots.holding())].sort((one, other) => (one.box < other.box ? -1 : 1))
  must(found, [
    { box: 'leaves', ...box(['bo'], [], [answer('k-2')]) },
    { box: 'waits', ...box(['ada'], [answer('k-1')]) },
  ])
  await ballots.change('waits', () => box(['ada']))
  must(
    (await ballots.holding()).map((one) => one.box),
    ['leaves'],
  )
}

const tellsInstants = async ({ clock, chance }: Ports, must: Must) => {
  let before = ''
  for (let time = 0; time < 50; time++) {
    const now = clock.now()
    must(
      { now, is: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(now), back: now < before },
      { now, is: true, back: false },
    )
    before = now
    const drawn = chance()
    must({ drawn, is: drawn >= 0 && drawn < 1 }, { drawn, is: true })
  }
  await clock.pause(0)
}

/** Something in each of them. */
const fill = async ({ deadlines, quarantine, checkpoints, ballots }: Ports) => {
  await deadlines.plan([deadline('a', day(1)), deadline('b', day(2)), deadline('c', day(3))])
  await deadlines.answered('b', 'accepted')
  await deadlines.failed('c', odd, day(5))
  await quarantine.put(aside(4), day(1))
  await checkpoints.save('view', checkpoint('f', 7))
  await ballots?.change('a', () => box(['ada'], [answer('k-1')]))
}
const mustHoldWhatWasFilled = async (ports: Ports, must: Must) => {
  const { deadlines, quarantine, checkpoints, ballots } = ports
  await deadlines.plan([deadline('a', day(8)), deadline('b', day(2))])
  must(await deadlines.due(day(6), 10), [
    { command: deadline('a', day(1)).command, tries: 0 },
    { command: deadline('c', day(3)).command, tries: 1 },
  ])
  must(await quarantine.all(), [aside(4)])
  must(await checkpoints.load('view'), checkpoint('f', 7))
  if (ballots !== undefined) must(await lookInto(ballots, 'a'), box(['ada'], [answer('k-1')]))
}

/**
 * A suite for the ports of a host of your own, as data for any test runner: deadlines, events set aside, checkpoints, ballots, the
 * clock. The store has a suite of its own, `storeConformance` of `followLog(training, ports)`. `makePorts` answers with empty
 * ports each time. Ports without `ballots` are not asked about them.
 *
 * @example
 * ```ts
 * import { memoryPorts } from 'training-ops/host'
 * import { portsConformance } from 'training-ops/testing'
 * const now = () => '2026-03-01T01:00:00.000Z'
 * for (const { check } of portsConformance(() => memoryPorts({ now }))) await check()
 * ```
 */
export const portsConformance = (
  makePorts: () => Later<Ports>,
  { language, restart, connect }: PortsConformance = {},
): readonly StoreCheck[] => {
  const words = wordsOf(language)
  const check = (name: string, holds: (ports: Ports, must: Must) => Promise<void>): StoreCheck => ({
    name,
    check: async () => {
      const must: Must = (got, expected) => {
        if (same(got, expected)) return
        const told = (value: unknown) =>
          `    ${Array.isArray(value) ? value.map(describeValue).join('; ') : describeValue(value)}`
        throw failure([name, '', `  ${words.expected}`, told(expected), `  ${words.butGot}`, told(got)])
      }
      await holds(await makePorts(), must)
    },
  })
  const ofBallots =
    (holds: (ballots: Ballots, must: Must) => Promise<void>) => async (ports: Ports, must: Must) =>
      ports.ballots === undefined ? undefined : holds(ports.ballots, must)
  return [
    check(words['ports.deadlines.soonest'], comeSoonestFirst),
    check(words['ports.deadlines.once'], arePlannedOnce),
    check(words['ports.deadlines.answered'], areOverOnceAnswered),
    check(words['ports.deadlines.failed'], waitAfterTheyFailed),
    check(words['ports.quarantine.order'], waitInTheOrderOfTheLog),
    check(words['ports.quarantine.done'], areNoLongerSetAside),
    check(words['ports.checkpoints.saved'], comeBackAsSaved),
    check(words['ports.checkpoints.forward'], neverGoBack),
    check(words['ports.ballots.whole'], ofBallots(areKeptWhole)),
    check(
      words['ports.ballots.together'],
      ofBallots((ballots, must) => countTogether([ballots], must)),
    ),
    check(words['ports.ballots.nothing'], ofBallots(changeAllOrNothing)),
    check(words['ports.ballots.holding'], ofBallots(areFoundWhileTheyHold)),
    check(words['ports.clock'], tellsInstants),
    ...(restart === undefined
      ? []
      : [
          check(words['ports.restart'], async (ports, must) => {
            await fill(ports)
            await mustHoldWhatWasFilled(await restart(ports), must)
          }),
        ]),
    ...(connect === undefined
      ? []
      : [
          check(words['ports.connect'], async (ports, must) => {
            const other = await connect(ports)
            await fill(ports)
            await mustHoldWhatWasFilled(other, must)
            if (ports.ballots !== undefined && other.ballots !== undefined)
              await countTogether([ports.ballots, other.ballots], must)
          }),
        ]),
  ]
}
