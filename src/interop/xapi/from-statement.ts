import type { Issue } from '../../kernel/index.ts'
import { xapiIssues } from './statement.ts'

/** What an activity is here: a test of an offering, with the number of the try, or a module of a course. */
export type RecognisedActivity =
  | {
      readonly kind: 'instrument'
      readonly offeringId: string
      readonly instrumentId: string
      readonly attempt: number
    }
  | { readonly kind: 'module'; readonly offeringId: string; readonly module: string }

export type XapiReading = {
  /** Who somebody is here, by their identifiers: `account`, `mbox`, … */
  readonly learnerIdOf: (actor: Readonly<Record<string, unknown>>) => string | undefined
  /** What is done there, by the activity's IRI. */
  readonly activityOf: (iri: string) => RecognisedActivity | undefined
  /** When it happened, for a statement that does not say. */
  readonly receivedAt: string
}

type XapiCommand = {
  readonly type: 'RecordResult' | 'RecordModuleDone'
  readonly data: Readonly<Record<string, unknown>>
  readonly metadata?: { readonly commandId: string }
}

/** What came of reading a statement: a command to ask, nothing for us in it, or what is wrong with it. */
export type XapiRead =
  | { readonly status: 'command'; readonly command: XapiCommand }
  | {
      readonly status: 'ignored'
      readonly because: 'unknownLearner' | 'unknownActivity' | 'noScore' | 'notDone' | 'noTime'
    }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] }

type Statement = {
  readonly id?: string
  readonly actor: Readonly<Record<string, unknown>>
  readonly verb: { readonly id: string }
  readonly object: { readonly objectType?: string; readonly id?: string }
  readonly result?: { readonly completion?: boolean; readonly score?: { readonly scaled?: number } }
  readonly timestamp?: string
}

const doneVerbs = ['completed', 'passed', 'mastered'].map((verb) => `http://adlnet.gov/expapi/verbs/${verb}`)

const isDone = ({ verb, result }: Statement): boolean =>
  result?.completion !== false && (doneVerbs.includes(verb.id) || result?.completion === true)

/** In UTC to the millisecond, as instants are written here; without a zone it is taken as UTC. */
const instantOf = (timestamp: string): string | undefined => {
  const zoned = /(?:Z|[+-]\d\d(?::?\d\d)?)$/.test(timestamp.slice(10)) ? timestamp : `${timestamp}Z`
  const iso = zoned
    .replace(' ', 'T')
    .replace(',', '.')
    .replace(/([+-]\d\d)(\d\d)$/, '$1:$2')
    .replace(/T(.*)([+-]\d\d)$/, 'T$1$2:00')
  const time = Date.parse(iso)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}

/**
 * Reads an xAPI statement as a command: a score of a test becomes `RecordResult` (in thousandths), a module that was done
 * becomes `RecordModuleDone`. Whoever or whatever is not known here is left alone, and a statement that breaks the
 * specification is answered with its issues. The command's id is the statement's, so that importing twice is importing once.
 *
 * @example
 * ```ts
 * import { fromXapi } from 'training-ops/interop'
 * const read = fromXapi(
 *   {
 *     actor: { account: { homePage: 'https://hr.example.com', name: 'ada' } },
 *     verb: { id: 'http://adlnet.gov/expapi/verbs/scored' },
 *     object: { id: 'https://learn.example.com/quiz/7' },
 *     result: { score: { scaled: 0.85 } },
 *   },
 *   {
 *     learnerIdOf: ({ account }) => (account as { name: string }).name,
 *     activityOf: () => ({ kind: 'instrument', offeringId: 'o-1', instrumentId: 'quiz', attempt: 1 }),
 *     receivedAt: '2026-03-01T01:00:00.000Z',
 *   },
 * )
 * read.status === 'command' && read.command.type // => 'RecordResult'
 * read.status === 'command' && read.command.data.scaled // => 850
 * ```
 */
export const fromXapi = (value: unknown, reading: XapiReading): XapiRead => {
  const issues = xapiIssues(value)
  if (issues.length > 0) return { status: 'invalid', issues }
  const statement = value as Statement
  const { id, actor, object, result, timestamp } = statement
  const learnerId = reading.learnerIdOf(actor)
  if (learnerId === undefined) return { status: 'ignored', because: 'unknownLearner' }
  const isActivity = (object.objectType ?? 'Activity') === 'Activity' && object.id !== undefined
  const activity = isActivity ? reading.activityOf(object.id as string) : undefined
  if (activity === undefined) return { status: 'ignored', because: 'unknownActivity' }
  const at = timestamp === undefined ? reading.receivedAt : instantOf(timestamp)
  if (at === undefined) return { status: 'ignored', because: 'noTime' }
  const metadata = id === undefined ? {} : { metadata: { commandId: `xapi:${id}` } }
  const { offeringId } = activity

  if (activity.kind === 'module')
    return isDone(statement)
      ? {
          status: 'command',
          command: {
            type: 'RecordModuleDone',
            data: { at, offeringId, learnerId, module: activity.module },
            ...metadata,
          },
        }
      : { status: 'ignored', because: 'notDone' }

  const scaled = result?.score?.scaled
  if (scaled === undefined) return { status: 'ignored', because: 'noScore' }
  const { instrumentId, attempt } = activity
  const data = { at, offeringId, learnerId, instrumentId, attempt, scaled: Math.round(scaled * 1000) }
  return { status: 'command', command: { type: 'RecordResult', data, ...metadata } }
}
