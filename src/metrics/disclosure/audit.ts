import { guarded, needsAmount, needsAt, needsFlag } from '../guard.ts'
import {
  type Analysis,
  type AnalysisOptions,
  analysisOf,
  type DisclosureKind,
  type Found,
} from './analysis.ts'
import { type DisclosureQuestion, type Indexed, type IndexedStatement, indexed } from './release.ts'

/** Something that is worked out, or of which it is not proved that it cannot be. @public */
export type Disclosure = {
  readonly kind: DisclosureKind
  /** `true`: it is worked out. `false`: that it cannot be was not proved. */
  readonly certain: boolean
  readonly people: number
  readonly questions: readonly string[]
  /** The shown figures from which it is worked out. */
  readonly figures: readonly string[]
}

/** The answers to one question that are proved to remain possible for each of these people. @public */
export type AnswerBound = {
  readonly question: string
  readonly people: number
  readonly low: number
  readonly high: number
}

/** The sums, or counts of the values it tells of, that are proved to remain possible for a suppressed figure. @public */
export type CellBound = {
  readonly figure: string
  readonly people: number
  readonly low: number
  readonly high: number
}

/** @public */
export type DisclosureAudit = {
  /** `protected`: proved that nothing can be worked out. `disclosed`: something is. `notProved`: neither is proved. */
  readonly status: 'protected' | 'disclosed' | 'notProved'
  readonly disclosures: readonly Disclosure[]
  readonly suppressed: readonly CellBound[]
  readonly answers: readonly AnswerBound[]
}

const nameOf = ({ kind, questions }: Found): string => `${kind} ${questions.join()}`

/** Found from the statements alone that tell one and the same reading: of these the sums are known indeed. */
const certain = (release: Indexed, options: AnalysisOptions): ReadonlySet<string> => {
  const readings = new Map(release.shown.map(({ reading }) => [reading.key, reading]))
  return new Set(
    [...readings].flatMap(([key, reading]) => {
      const telling = (statements: readonly IndexedStatement[]) =>
        statements
          .filter((one) => one.reading.key === key || one.reading.key === 'distribution')
          .map((one) => ({ ...one, reading }))
      const { found } = analysisOf(release, telling(release.shown), telling(release.suppressed), options)
      return found.filter(({ isExact }) => isExact).map(nameOf)
    }),
  )
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/** Within a class any of its people may have given any of its answers. */
const cellBoundOf = (
  { value, person, question }: Indexed,
  { classOf, classes }: Analysis,
  figure: string,
  { members, reading }: IndexedStatement,
): CellBound => {
  const inClass = new Map<number, number>()
  for (const member of members) {
    const of = classOf[member] as number
    inClass.set(of, (inClass.get(of) ?? 0) + 1)
  }
  const answersOf = new Map(classes.map(({ answers }) => [classOf[answers[0] as number] as number, answers]))
  const { lowest = 0, highest = 0 } = question[members[0] as number] ?? {}
  const ends = reading.key === 'sum' || reading.key === 'distribution' ? [lowest, highest] : [0, 1]
  let [low, high] = [0, 0]
  for (const [of, count] of inClass) {
    const read = (answersOf.get(of) ?? [])
      .map((answer) => value[answer] as number)
      .filter((said) => !Number.isNaN(said))
      .map(reading.of)
      .sort((a, b) => a - b)
    low += of === 0 ? (ends[0] as number) * count : sumOf(read.slice(0, count))
    high += of === 0 ? (ends[1] as number) * count : sumOf(read.slice(-count))
  }
  return { figure, people: new Set(members.map((member) => person[member])).size, low, high }
}

/**
 * Audits everything that is released together (披露审计): what a reader can work out of fewer than `k` people, from all
 * figures at once, by subtraction, by linear algebra and from the ends of the scale.
 *
 * A figure is one or more statements about a set of answers: their sum (a mean times its n), a count of some values (a share
 * times its n), or their distribution. The audit takes it that a reader knows who is in which set. Statements divide
 * the answers into classes that nobody can tell apart. Found are: a sum, count or distribution of 1 to k−1 people that is
 * a linear combination of the statements; a suppressed figure of fewer than `k` people that has one possible value left;
 * a group of fewer than 2k people whose answer is known; and, with `protection`, any answer whose bounds are
 * narrower. That nothing is found is proved: by the rank of the statements in whole numbers, and by other
 * answers that lead to the same figures.
 *
 * When to use: before figures leave, together with all that left before (`figures` of a release log).
 * Where segments are cut anew from release to release, say `later: true` of all but the last: else a later small segment may lie
 * inside a group of whom a share of 100 % was told.
 * When not: for figures that are no sums (a reliability, a correlation): leave them out, and know that they are not audited.
 *
 * Result: `protected`, `disclosed` or `notProved` with what was found, and the bounds that remain for suppressed figures and for
 * answers. It is an outer limit of what a reader can know: statements of different kinds about the same answers are taken
 * to tell all that each of them tells. Throws where a figure rests on an id that is not among `answers`.
 *
 * Source: Fellegi (1972) and Cox (1980, 1995) on complementary suppression; Hundepool et al., Statistical Disclosure
 * Control (2012), chapter 4; Dinur and Nissim (2003) on why every released sum counts.
 *
 * @example
 * ```ts
 * import { disclosureAudit } from 'training-ops/metrics'
 * const people = ['ada', 'bo', 'cy', 'dee', 'eli', 'fay', 'gil', 'hal', 'ida', 'jo']
 * const answers = people.map((person, at) => ({ id: person, person, question: 'q1', value: 1 + (at % 5) }))
 * const sum = (figure: string, some: readonly string[]) => ({ figure, statements: [{ answers: some, tells: 'sum' as const }] })
 * const audit = disclosureAudit({
 *   answers,
 *   questions: { q1: { lowest: 1, highest: 5, steps: 'whole' } },
 *   figures: [sum('everybody', people), sum('all but legal', people.slice(2))],
 * })
 * audit.status // => 'disclosed'
 * audit.disclosures[0]?.figures // => ['everybody', 'all but legal']
 * ```
 */
export const disclosureAudit = /* @__PURE__ */ guarded(
  'disclosureAudit',
  (asked: DisclosureQuestion): DisclosureAudit => {
    const { figures, suppressed = [], k = 5, protection = 0, limit = 20_000, later = false } = asked
    needsAt(Number.isSafeInteger(k) && k >= 1, 'disclosureAudit', 'a whole number ≥ 1', 'k', k)
    needsAmount('disclosureAudit', 'protection', protection)
    needsFlag('disclosureAudit', 'later', later)
    const release = indexed('disclosureAudit', asked)
    const options = { protection, limit, later, isFixed: () => false }
    const analysis = analysisOf(release, release.shown, release.suppressed, options)
    const proved = analysis.found.length === 0 ? new Set<string>() : certain(release, options)
    const disclosures = analysis.found.map(
      (one): Disclosure => ({
        kind: one.kind,
        certain: proved.has(nameOf(one)),
        people: one.people,
        questions: one.questions,
        figures: one.figures().map((figure) => figures[figure]?.figure ?? ''),
      }),
    )
    const status =
      disclosures.length === 0
        ? 'protected'
        : disclosures.some((one) => one.certain)
          ? 'disclosed'
          : 'notProved'
    return {
      status,
      disclosures,
      suppressed: release.suppressed.map((one) =>
        cellBoundOf(release, analysis, suppressed[one.figure]?.figure ?? '', one),
      ),
      answers: analysis.classes.map(({ answers, possible: { low, high } }) => ({
        question: release.questionName[answers[0] as number] ?? '',
        people: new Set(answers.map((answer) => release.person[answer])).size,
        low,
        high,
      })),
    }
  },
)
