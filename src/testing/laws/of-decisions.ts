import {
  type AnyEvent,
  type Command,
  createLedger,
  isAccepted,
  matches,
  type TrainingSystem,
  type Verdict,
  wholeBoundaryNow,
} from '../../kernel/index.ts'
import { describeValue } from '../describe-value.ts'
import { same } from '../same.ts'
import { type AnyStory, genericRefusals, type Step } from '../story.ts'
import type { Words } from '../words/index.ts'
import type { Breach, Depth } from './law.ts'
import { aMomentLater, withShiftedClock } from './shifted-clock.ts'

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** The first breach among the steps a rule answered. */
const inEachStep = (
  story: AnyStory,
  breachOf: (step: Step, before: readonly AnyEvent[]) => string | undefined,
  depth: Depth = 'all',
  /** When it is not looked at closely: one step in so many. */
  oneIn = 1,
  withThrown = false,
): Breach => {
  for (const [at, step] of story.steps.entries()) {
    if (step.answer._tag === 'Thrown' && !withThrown) continue
    if (depth === 'some' && (at + story.events.length) % oneIn !== 0) continue
    const because = breachOf(step, story.events.slice(0, step.before))
    if (because !== undefined) return { because }
  }
  return undefined
}

const answered = (decide: () => unknown): unknown => {
  try {
    return decide()
  } catch (error) {
    return `!! ${String(error)}`
  }
}

const described = (answer: unknown): string => {
  if (typeof answer === 'string') return answer
  const verdict = answer as Verdict<unknown, AnyEvent>
  return verdict._tag === 'Left'
    ? describeValue(verdict.left)
    : verdict.right.map(describeValue).join(' + ') || '–'
}

type Asked = Pick<Step, 'by' | 'command'>
/** Commands of policies come in by an entrance of their own. */
const decide = ({ workflow }: AnyStory, { by, command }: Asked, events: readonly AnyEvent[]): unknown =>
  answered(() =>
    by === 'host' ? workflow.decide(command, events) : workflow.decideForPolicy(command, events).verdict,
  )

export const answers = (story: AnyStory): Breach => {
  const thrown = story.steps.find(({ answer }) => answer._tag === 'Thrown')
  return thrown?.answer._tag === 'Thrown' ? { because: String(thrown.answer.error) } : undefined
}

export const deterministic = (story: AnyStory, words: Words, depth: Depth = 'all'): Breach => {
  const compare = (ask: (run: () => unknown) => unknown, oneIn: number) =>
    inEachStep(
      story,
      (step, before) => {
        const again = ask(() => decide(story, step, before))
        return same(again, step.answer)
          ? undefined
          : words.differs('1', described(step.answer), '2', described(again))
      },
      depth,
      oneIn,
    )
  const atOnce =
    compare((run) => withShiftedClock(run, 'behind'), 3) ??
    compare((run) => withShiftedClock(run, 'ahead'), 3)
  // Stryker disable next-line ConditionalExpression: a clock of one's own may show at once as well, by luck
  if (atOnce !== undefined) return atOnce
  if (depth === 'some' && story.events.length % 8 !== 0) return undefined
  aMomentLater()
  return compare((run) => run(), 1)
}

const isFrozen = (value: unknown): boolean =>
  value === null ||
  typeof value !== 'object' ||
  (Object.isFrozen(value) && Object.values(value).every(isFrozen))

export const untouched = (story: AnyStory, _: Words, depth: Depth = 'all'): Breach =>
  inEachStep(
    story,
    ({ by, command }, before) => {
      const [ours, past] = [asJson(command) as Command, asJson(before) as AnyEvent[]]
      const answer = answered(() => decide(story, { by, command: ours }, past))
      if (!same(ours, asJson(command))) return `${describeValue(command)} ⇒ ${describeValue(ours)}`
      const changed = past.findIndex((event, at) => !same(event, asJson(before[at])))
      if (changed >= 0) return `${describeValue(before[changed])} ⇒ ${describeValue(past[changed])}`
      return isFrozen(answer) ? undefined : described(answer)
    },
    depth,
    6,
    true,
  )

export const boundary = (story: AnyStory, words: Words, depth: Depth = 'all'): Breach => {
  const { workflow } = story
  return inEachStep(
    story,
    (step, before) => {
      const { events: found } = wholeBoundaryNow(
        (seen) => workflow.boundaryOf(step.command, seen),
        (query) => ({ events: before.filter((event) => matches(query, event.type, workflow.tagsOf(event))) }),
      )
      const [whole, part] = [decide(story, step, before), decide(story, step, found)]
      return same(whole, part)
        ? undefined
        : words.differs(words.events, described(whole), 'boundaryOf', described(part))
    },
    depth,
    3,
  )
}

export const resend = (story: AnyStory, _: Words, depth: Depth = 'all'): Breach =>
  inEachStep(
    story,
    (step) => {
      const { by, answer } = step
      if (answer._tag === 'Thrown') return undefined
      const events = answer._tag === 'Right' ? answer.right : []
      // A client's rejected command may be sent again; a policy's command was answered, whatever the answer.
      if (by === 'host' && events.length === 0) return undefined
      const again = decide(story, step, story.events) as ReturnType<TrainingSystem['decide']>
      if (!isAccepted(again)) return `${described(answer)} ⇒ ${described(again)}`
      const { right, resent, earlier } = again
      const isSame = events.length === 0 ? earlier?.length === 1 : same(earlier, events)
      return right.length === 0 && resent === true && isSame
        ? undefined
        : `${described(answer)} ⇒ ${describeValue({ right, resent, earlier })}`
    },
    depth,
    3,
  )

export const rejection = (story: AnyStory, _: Words, depth: Depth = 'all'): Breach =>
  inEachStep(
    story,
    ({ by, command, answer }, before) => {
      if (by !== 'host' || answer._tag !== 'Left') return undefined
      const ledger = createLedger(story.workflow, { events: before })
      ledger.execute(command)
      return ledger.events().length === before.length ? undefined : described(answer)
    },
    depth,
    12,
  )

export const declared = (story: AnyStory): Breach => {
  const known = new Set([
    ...genericRefusals,
    ...story.workflow.modules.flatMap(({ rejections }) => Object.keys(rejections)),
  ])
  return inEachStep(story, ({ answer }) =>
    answer._tag === 'Left' && !known.has((answer.left as { code: string }).code)
      ? describeValue(answer.left)
      : undefined,
  )
}

/** The consequence of a policy is at least a command. */
export const follow = (story: AnyStory): Breach =>
  inEachStep(story, ({ by, command, answer }) =>
    by !== 'host' && answer._tag === 'Left' && (answer.left as { code: string }).code === 'InvalidCommand'
      ? `${describeValue(command)} ✗ ${describeValue(answer.left)}`
      : undefined,
  )

export const rest = (story: AnyStory, words: Words): Breach =>
  story.ended === 'restless' ? { because: words.restless } : undefined
