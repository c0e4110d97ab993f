import {
  type AnyEvent,
  type AnyProjection,
  type Command,
  policyCommandEvents,
  project,
} from '../kernel/index.ts'
import { describeValue } from './describe-value.ts'
import { eventsIn, type Step, type Story } from './story.ts'
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

/**
 * The command after which a law was broken, as a scenario to paste into a test: it fails as long as everything ends as it did, and
 * holds once the events, the rejection or one of the views that the law looked at are others.
 */
export const storyAsScenario = <C extends Command, E extends AnyEvent, R>(
  { steps, events }: Pick<Story<C, E, R>, 'steps' | 'events'>,
  { after, views }: { readonly after: number; readonly views: readonly AnyProjection[] },
): readonly string[] => {
  const shown =
    steps.find((step) => step.before < after && after <= step.before + eventsIn(step).length) ?? steps.at(-1)
  if (shown === undefined || shown.answer._tag === 'Thrown') return []
  const bare = ({ type, data }: { type: string; data: unknown }) => JSON.stringify({ type, data })
  const before = events
    .slice(0, shown.before)
    .filter(({ type }) => !Object.hasOwn(policyCommandEvents.declarations, type)) // no rule knows them
    .map((event) => `    ${bare(event)},`)
  const ended = events.slice(0, shown.before + eventsIn(shown).length)
  const { answer } = shown
  return [
    'scenario(workflow)',
    ...(before.length === 0 ? ['  .given()'] : ['  .given(', ...before, '  )']),
    `  .when(${bare(shown.command)})`,
    '  .thenNot({',
    ...(answer._tag === 'Left'
      ? [`    rejection: ${JSON.stringify(answer.left)},`]
      : ['    events: [', ...answer.right.map((event) => `      ${bare(event)},`), '    ],']),
    ...(views.length === 0
      ? []
      : [
          '    known: {',
          ...views.map((one) => `      ${JSON.stringify(one.name)}: ${JSON.stringify(project(one, ended))},`),
          '    },',
        ]),
    '  })',
  ]
}
