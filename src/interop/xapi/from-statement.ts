import { digestOf, type Issue } from '../../kernel/index.ts'
import { foreignJson, needing } from '../foreign.ts'
import { commandIdOf } from './identity.ts'
import { issuesInJson } from './statement.ts'

/** The meaning of an activity: a test of an offering, with the number of the try, or a module of a course. */
export type RecognisedActivity =
  | {
      readonly kind: 'instrument'
      readonly offeringId: string
      readonly instrumentId: string
      readonly attempt: number
    }
  | { readonly kind: 'module'; readonly offeringId: string; readonly module: string }

export type XapiReading = {
  /** The learner, by their identifiers: `account`, `mbox`, … */
  readonly learnerIdOf: (actor: Readonly<Record<string, unknown>>) => string | undefined
  /** The meaning of an activity, by its IRI. */
  readonly activityOf: (iri: string) => RecognisedActivity | undefined
  /** When it happened, for a statement that does not say. */
  readonly receivedAt: string
}

export type XapiCommand = {
  readonly type: 'RecordResult' | 'RecordModuleDone'
  readonly data: Readonly<Record<string, unknown>>
  readonly metadata: { readonly commandId: string }
}

/** Why a statement changes nothing here. */
export type XapiIgnored =
  | 'unknownLearner'
  | 'unknownActivity'
  | 'noScore'
  | 'notDone'
  | 'contradictory'
  | 'noTime'

/**
 * The result of reading a statement: a command to ask (`waived`: by a waiver of cmi5, for the reason it gives), the
 * command of an earlier statement that this one voids, nothing for us in it, or what is wrong with it.
 */
export type XapiRead =
  | {
      readonly status: 'command'
      readonly command: XapiCommand
      readonly waived?: { readonly reason?: string }
    }
  | { readonly status: 'voids'; readonly statementId: string; readonly commandId: string }
  | { readonly status: 'ignored'; readonly because: XapiIgnored }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] }

type Statement = {
  readonly id?: string
  readonly actor: Readonly<Record<string, unknown>>
  readonly verb: { readonly id: string }
  readonly object: { readonly objectType?: string; readonly id?: string }
  readonly result?: {
    readonly completion?: boolean
    readonly success?: boolean
    readonly score?: { readonly scaled?: number }
    readonly extensions?: Readonly<Record<string, unknown>>
  }
  readonly timestamp?: string
}

const adl = (verb: string): string => `http://adlnet.gov/expapi/verbs/${verb}`
const cmi5 = (verb: string): string => `https://w3id.org/xapi/adl/verbs/${verb}`
const waivedVerb = cmi5('waived')
const reasonOfWaiver = 'https://w3id.org/xapi/cmi5/result/extensions/reason'

const doneVerbs = [...['completed', 'passed', 'mastered'].map(adl), cmi5('satisfied'), waivedVerb]
const notDoneVerbs = [adl('failed'), cmi5('abandoned')]

/** A verb and a result that say the opposite of each other: neither is believed. */
const isContradictory = ({ verb, result }: Statement): boolean =>
  (result?.success === false &&
    [adl('passed'), adl('mastered'), cmi5('satisfied'), waivedVerb].includes(verb.id)) ||
  (result?.success === true && verb.id === adl('failed'))

const isDone = ({ verb, result }: Statement): boolean =>
  result?.completion !== false &&
  !notDoneVerbs.includes(verb.id) &&
  (doneVerbs.includes(verb.id) || result?.completion === true)

const waiverIn = ({ verb, result }: Statement): Pick<XapiRead & { status: 'command' }, 'waived'> => {
  if (verb.id !== waivedVerb) return {}
  const reason = result?.extensions?.[reasonOfWaiver]
  return { waived: typeof reason === 'string' ? { reason } : {} }
}

/**
 * In UTC to the millisecond, as instants are written here; without a zone it is taken as UTC. A leap second is the end of
 * the second before it. `undefined` before the year 1970 and after 2999, in which nothing is recorded.
 */
const instantOf = (written: string): string | undefined => {
  const timestamp = written.toUpperCase()
  const zoned = /(?:Z|[+-]\d\d(?::?\d\d)?)$/.test(timestamp.slice(10)) ? timestamp : `${timestamp}Z`
  const iso = zoned
    .replace(' ', 'T')
    .replace(/:60(?:[.,]\d+)?(?=[Z+-])/, ':59.999')
    .replace(',', '.')
    .replace(/([+-]\d\d)(\d\d)$/, '$1:$2')
    .replace(/T(.*)([+-]\d\d)$/, 'T$1$2:00')
  const time = Date.parse(iso)
  return time >= 0 && time < Date.UTC(3000, 0) ? new Date(time).toISOString() : undefined
}

/**
 * Reads an xAPI statement (1.0.3 or 2.0) as a command: a score of a test becomes `RecordResult` (in thousandths), a module
 * that was done becomes `RecordModuleDone`; cmi5's `satisfied` and `waived` are done, its `failed` and `abandoned` are not. A
 * raw score is not turned into a scaled one. A statement that voids another names the command of that one. A person or
 * thing that is not known here is ignored, as is a statement that contradicts itself, and one that breaks the
 * specification is answered with its issues. The command's id is made of the statement's, or of the statement where it
 * has none, so that importing twice is importing once.
 *
 * @example
 * ```ts
 * import { fromXapi } from 'training-ops/interop'
 * const read = fromXapi(
 *   {
 *     actor: { account: { homePage: 'https://hr.example.com', name: 'ada' } },
 *     verb: { id: 'http://adlnet.gov/expapi/verbs/scored' },
 *     object: { id: 'https://learn.example.com/tests/7' },
 *     result: { score: { scaled: 0.85 } },
 *   },
 *   {
 *     learnerIdOf: ({ account }) => (account as { name: string }).name,
 *     activityOf: () => ({ kind: 'instrument', offeringId: 'o-1', instrumentId: 'unit-test', attempt: 1 }),
 *     receivedAt: '2026-03-01T01:00:00.000Z',
 *   },
 * )
 * read.status === 'command' && read.command.type // => 'RecordResult'
 * read.status === 'command' && read.command.data.scaled // => 850
 * ```
 */
export const fromXapi = (value: unknown, reading: XapiReading): XapiRead =>
  needing('fromXapi', 'a reading with learnerIdOf, activityOf and receivedAt', () => {
    const read = foreignJson(value)
    if ('issue' in read) return { status: 'invalid', issues: [read.issue] }
    const issues = issuesInJson(read.value)
    if (issues.length > 0) return { status: 'invalid', issues }
    const statement = read.value as Statement
    const { id, actor, verb, object, result, timestamp } = statement
    if (verb.id === adl('voided')) {
      const statementId = (object.id as string).toLowerCase()
      return { status: 'voids', statementId, commandId: commandIdOf(statementId) }
    }
    const learnerId = reading.learnerIdOf(actor)
    if (learnerId === undefined) return ignored('unknownLearner')
    const isActivity = (object.objectType ?? 'Activity') === 'Activity' && object.id !== undefined
    const activity = isActivity ? reading.activityOf(object.id as string) : undefined
    if (activity === undefined) return ignored('unknownActivity')
    if (isContradictory(statement)) return ignored('contradictory')
    const at = timestamp === undefined ? reading.receivedAt : instantOf(timestamp)
    if (at === undefined) return ignored('noTime')
    const metadata = { commandId: commandIdOf(id ?? digestOf(statement).replace(/^.*:/, '')) }
    const { offeringId } = activity

    if (activity.kind === 'module') {
      if (!isDone(statement)) return ignored('notDone')
      const data = { at, offeringId, learnerId, module: activity.module }
      return {
        status: 'command',
        command: { type: 'RecordModuleDone', data, metadata },
        ...waiverIn(statement),
      }
    }

    const scaled = result?.score?.scaled
    if (scaled === undefined) return ignored('noScore')
    const { instrumentId, attempt } = activity
    const data = { at, offeringId, learnerId, instrumentId, attempt, scaled: Math.round(scaled * 1000) + 0 }
    return { status: 'command', command: { type: 'RecordResult', data, metadata } }
  })

const ignored = (because: XapiIgnored): XapiRead => ({ status: 'ignored', because })
