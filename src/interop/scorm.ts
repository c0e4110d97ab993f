/** The data of a SCORM package, completion and score, as commands. */
import { derivedId } from '../vocabulary/index.ts'
import { foreignJson, needing } from './foreign.ts'
import type { XapiCommand } from './xapi/from-statement.ts'

export type ScormReading = {
  /** When the player closed the package. */
  readonly at: string
  readonly offeringId: string
  readonly learnerId: string
  /** The module that the package is. */
  readonly module: string
  /** The test that its score is a result of, and the number of the try. Without it a score is not taken. */
  readonly test?: { readonly instrumentId: string; readonly attempt: number }
}

export type ScormRead = {
  readonly commands: readonly XapiCommand[]
  /** Why something that is there was not taken. */
  readonly ignored: readonly ('notDone' | 'noScore' | 'notScormData')[]
}

type Fields = Readonly<Record<string, unknown>>

/** A value of SCORM is text; a player that keeps numbers is understood too. */
const textIn = (cmi: Fields, name: string): string => {
  const value = cmi[name] ?? cmi[`cmi.${name}`]
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

/** Nested objects (`{ cmi: { score: { scaled: 0.9 } } }`) as fields with dotted names, at most five deep. */
const flat = (value: object, before = '', deep = 0): Fields =>
  Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) =>
      typeof one === 'object' && one !== null && deep < 5
        ? Object.entries(flat(one, `${before}${name}.`, deep + 1))
        : [[`${before}${name}`, one]],
    ),
  )

const numberIn = (cmi: Fields, name: string): number | undefined => {
  const text = textIn(cmi, name)
  return /^[+-]?(?:\d{1,9}(?:\.\d{0,20})?|\.\d{1,20})$/.test(text) ? Number(text) : undefined
}

/** Whether the module was done: SCORM 2004 says so in `completion_status`, 1.2 in `core.lesson_status`. */
const isDone = (cmi: Fields): boolean => {
  const completion = textIn(cmi, 'completion_status')
  const success = textIn(cmi, 'success_status')
  if (completion !== '' && completion !== 'unknown') return completion === 'completed'
  return success === 'passed' || ['passed', 'completed'].includes(textIn(cmi, 'core.lesson_status'))
}

/**
 * The score in thousandths. SCORM 2004 gives it scaled. SCORM 1.2 has a raw score that is between `min` and `max`, 0 and
 * 100 unless it says otherwise; a raw score of 2004 is not turned into a scaled one, as the standard asks.
 */
const scaledIn = (cmi: Fields): number | undefined => {
  const scaled = numberIn(cmi, 'score.scaled')
  if (scaled !== undefined) return Math.abs(scaled) <= 1 ? Math.round(scaled * 1000) + 0 : undefined
  const raw = numberIn(cmi, 'core.score.raw')
  const [min, max] = [numberIn(cmi, 'core.score.min') ?? 0, numberIn(cmi, 'core.score.max') ?? 100]
  return raw === undefined || min >= max || raw < min || raw > max
    ? undefined
    : Math.round((1000 * (raw - min)) / (max - min))
}

/**
 * Reads what a SCORM 1.2 or 2004 package left with its player (`cmi.*` values as one object, with or without `cmi.` in
 * front): a package that was completed or passed becomes `RecordModuleDone`, its score `RecordResult`. The ids of the
 * commands are made of the learner, the module and the try, so that reading twice is reading once. Nothing is thrown.
 *
 * @example
 * ```ts
 * import { fromScorm } from 'training-ops/interop'
 * const { commands } = fromScorm(
 *   { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '85' },
 *   { at: '2026-03-01T01:00:00.000Z', offeringId: 'o-1', learnerId: 'ada', module: 'unit-2', test: { instrumentId: 'unit-test', attempt: 1 } },
 * )
 * commands.map(({ type }) => type) // => ['RecordModuleDone', 'RecordResult']
 * commands[1]?.data.scaled // => 850
 * ```
 */
export const fromScorm = (cmi: unknown, reading: ScormReading): ScormRead =>
  needing('fromScorm', 'a reading with ids and an instant', () => {
    const read = foreignJson(cmi)
    if ('issue' in read || typeof read.value !== 'object' || read.value === null || Array.isArray(read.value))
      return { commands: [], ignored: ['notScormData'] }
    const fields = flat(read.value)
    const { at, offeringId, learnerId, module, test } = reading
    const about = { at, offeringId, learnerId }
    const idOf = (...parts: readonly string[]) => ({
      commandId: derivedId('scorm', offeringId, learnerId, module, ...parts),
    })
    const commands: XapiCommand[] = []
    const ignored: ScormRead['ignored'][number][] = []
    if (isDone(fields))
      commands.push({ type: 'RecordModuleDone', data: { ...about, module }, metadata: idOf() })
    else ignored.push('notDone')
    if (test !== undefined) {
      const scaled = scaledIn(fields)
      if (scaled === undefined) ignored.push('noScore')
      else
        commands.push({
          type: 'RecordResult',
          data: { ...about, ...test, scaled },
          metadata: idOf(test.instrumentId, String(test.attempt)),
        })
    }
    return { commands, ignored }
  })
