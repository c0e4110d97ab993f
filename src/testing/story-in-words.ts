import { type AnyEvent, type Command, policyCommandEvents } from '../kernel/index.ts'
import { describeValue } from './describe-value.ts'
import type { Step, Story } from './story.ts'
import { type Words, wordsOf } from './words/index.ts'

/** A story, numbered: what was asked, and what each command led to. */
export const storyInWords = <C extends Command, E extends AnyEvent, R>(
  { steps, ended }: Pick<Story<C, E, R>, 'steps' | 'ended'>,
  words: Words = wordsOf(),
): readonly string[] => {
  let host = 0
  const lines = steps.slice(0, ended === 'restless' ? 8 : undefined).flatMap((step) => {
    const label = step.by === 'host' ? `${++host}.` : '·'
    const why = step.by === 'host' ? '' : ` — ${step.by === 'policy' ? words.byPolicy : words.byDeadline}`
    return [
      `  ${label.padStart(3)} ${describeValue(step.command)}${why}`,
      ...answerInWords(step as Step, words).map((line) => `        ${line}`),
    ]
  })
  return ended === 'restless' ? [...lines, `    … ${words.restless}`] : lines
}

const answerInWords = ({ answer }: Step, words: Words): readonly string[] => {
  if (answer._tag === 'Thrown') return [`!! ${words.threw}${words.colon}${String(answer.error)}`]
  if (answer._tag === 'Left') return [`✗ ${describeValue(answer.left)}`]
  return answer.right.length === 0
    ? [`→ ${words.nothing}`]
    : answer.right.map((event) => `→ ${describeValue(event)}`)
}

/** The last thing that was asked, as a scenario to paste into a test. */
export const storyAsScenario = <C extends Command, E extends AnyEvent, R>({
  steps,
  events,
}: Pick<Story<C, E, R>, 'steps' | 'events'>): readonly string[] => {
  const last = steps.at(-1)
  if (last === undefined) return []
  const bare = ({ type, data }: { type: string; data: unknown }) => JSON.stringify({ type, data })
  const given = events
    .slice(0, last.before)
    .filter(({ type }) => !Object.hasOwn(policyCommandEvents.declarations, type)) // no rule knows them
    .map((event) => `    ${bare(event)},`)
  const answer = last.answer
  const then =
    answer._tag === 'Left'
      ? [`  .thenRejected(${JSON.stringify(answer.left)})`]
      : answer._tag === 'Right' && answer.right.length > 0
        ? ['  .then(', ...answer.right.map((event) => `    ${bare(event)},`), '  )']
        : ['  .thenNothing()']
  return [
    'scenario(workflow)',
    ...(given.length === 0 ? ['  .given()'] : ['  .given(', ...given, '  )']),
    `  .when(${bare(last.command)})`,
    ...then,
  ]
}
