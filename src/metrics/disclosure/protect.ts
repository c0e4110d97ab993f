import { guarded, needsAmount, needsAt, needsFlag } from '../guard.ts'
import { tellsOnPeople } from '../suppression.ts'
import { analysisOf, type DisclosureKind, type Found } from './analysis.ts'
import { type DisclosureQuestion, type IndexedStatement, indexed, type ReleasedFigure } from './release.ts'

/** A figure that has to be suppressed, and why. @public */
export type Protection = {
  readonly figure: string
  /** The finding, if it were shown beside the others. For the owner of the release: a reader is not told. */
  readonly because: DisclosureKind
  /** People in the smallest group it would have told of. */
  readonly people: number
}

/** @public */
export type ProtectedRelease = {
  readonly shown: readonly string[]
  readonly suppressed: readonly Protection[]
  /** Earlier releases alone tell this; nothing that is suppressed now takes it back. */
  readonly alreadyDisclosed: readonly {
    readonly kind: DisclosureKind
    readonly questions: readonly string[]
  }[]
}

/**
 * Chooses which figures to suppress, so that what is left is `protected` by `disclosureAudit` (互补隐藏): figures of too few
 * people, or of a small group that all said the same; then, for everything that could still be worked out, the figure of
 * the fewest people that protects it, until nothing can. `earlier` figures are shown already and stay.
 *
 * When to use: on everything that is released together, beside what was released before.
 * When not: as a proof that a release is as full as it could be: the choice is good, and not the best there is.
 *
 * Result: the names of the figures that may be shown, and of the others why not. Throws where a figure rests on an id
 * that is not among `answers`.
 *
 * Source: as `disclosureAudit`.
 *
 * @example
 * ```ts
 * import { protectRelease } from 'training-ops/metrics'
 * const people = Array.from({ length: 20 }, (_, at) => `p${at}`)
 * const answers = people.map((person, at) => ({ id: person, person, question: 'q1', value: 1 + (at % 5) }))
 * const share = (figure: string, some: readonly string[]) => ({ figure, statements: [{ answers: some, tells: [4, 5] }] })
 * const { shown, suppressed } = protectRelease({
 *   answers,
 *   questions: { q1: { lowest: 1, highest: 5, steps: 'whole' } },
 *   figures: [
 *     share('everybody', people),
 *     share('sales', people.slice(0, 10)),
 *     share('finance', people.slice(10, 17)),
 *     share('legal', people.slice(17)),
 *   ],
 * })
 * shown // => ['everybody', 'sales']
 * suppressed.map(({ figure, because }) => [figure, because]) // => [['legal', 'fewPeople'], ['finance', 'fewPeople']]
 * ```
 */
export const protectRelease = /* @__PURE__ */ guarded(
  'protectRelease',
  ({
    earlier = [],
    ...asked
  }: DisclosureQuestion & { readonly earlier?: readonly ReleasedFigure[] }): ProtectedRelease => {
    const { figures, k = 5, protection = 0, limit = 20_000, later = false } = asked
    needsAt(Number.isSafeInteger(k) && k >= 1, 'protectRelease', 'a whole number ≥ 1', 'k', k)
    needsAmount('protectRelease', 'protection', protection)
    needsFlag('protectRelease', 'later', later)
    const release = indexed('protectRelease', { ...asked, figures: [...figures, ...earlier] })
    const because = new Map<number, Omit<Protection, 'figure'>>()
    const isFixed = (figure: number) => figure >= figures.length
    const peopleOf = ({ members }: IndexedStatement) => new Set(members.map((at) => release.person[at])).size

    for (const statement of release.shown) {
      if (isFixed(statement.figure)) continue
      const n = peopleOf(statement)
      const promised = Math.max(...statement.members.map((at) => release.k[at] as number))
      const said = statement.members.map((at) => release.value[at] as number)
      if (tellsOnPeople({ n, range: [Math.min(...said), Math.max(...said)] }, promised))
        because.set(statement.figure, { because: n < promised ? 'fewPeople' : 'oneMind', people: n })
    }

    const isSuppressedFirst = new Set(because.keys())
    const found = (isShown: (figure: number) => boolean) =>
      analysisOf(
        release,
        release.shown.filter(({ figure }) => isShown(figure)),
        [...release.suppressed, ...release.shown.filter(({ figure }) => !isShown(figure))],
        { protection, limit, later, isFixed },
      ).found
    const nameOf = ({ kind, isExact, answers }: Found) => `${kind} ${isExact} ${answers.join()}`
    const before = earlier.length === 0 ? [] : found(isFixed)
    const isFromBefore = new Set(before.map(nameOf))
    const foundWithout = (hidden: ReadonlyMap<number, unknown>) =>
      found((figure) => !hidden.has(figure)).filter((one) => !isFromBefore.has(nameOf(one)))
    // of answers that are no longer known nothing new is said: they were audited when they were released
    const isKnown = ({ answers }: Found) => answers.some((answer) => !Number.isNaN(release.value[answer]))
    const alreadyDisclosed = new Map<string, ProtectedRelease['alreadyDisclosed'][number]>(
      before
        .filter(isKnown)
        .map(({ kind, questions }) => [`${kind} ${questions}`, { kind, questions }] as const),
    )
    for (let isOpen = true; isOpen; ) {
      isOpen = false
      const touched = new Set<string>()
      for (const { kind, people, questions, choice: chosen } of foundWithout(because)) {
        if (questions.some((question) => touched.has(question))) continue
        const choice = chosen()
        if (choice === undefined) alreadyDisclosed.set(`${kind} ${questions}`, { kind, questions })
        else {
          for (const figure of choice) because.set(figure, { because: kind, people })
          for (const question of questions) touched.add(question)
          isOpen = true
        }
      }
    }
    // A figure that was suppressed for another is shown again where those suppressed after it are enough: of large releases some.
    const size = release.shown.reduce((sum, { members }) => sum + members.length, 0)
    const tries = Math.ceil(500_000 / (1 + size))
    for (const figure of [...because.keys()].filter((one) => !isSuppressedFirst.has(one)).slice(0, tries)) {
      const less = new Map(because)
      less.delete(figure)
      if (foundWithout(less).length === 0) because.delete(figure)
    }
    return {
      shown: figures.flatMap(({ figure }, at) => (because.has(at) ? [] : [figure])),
      suppressed: [...because].map(([at, why]) => ({ figure: figures[at]?.figure ?? '', ...why })),
      alreadyDisclosed: [...alreadyDisclosed.values()],
    }
  },
)
