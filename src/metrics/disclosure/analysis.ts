/** The findings of a reader of everything shown: by subtraction, by linear algebra and from the ends of the scale. */
import { echelonOf, kernelOf } from './linear.ts'
import type { AuditedQuestion, Indexed, IndexedStatement, Reading } from './release.ts'

/**
 * `fewPeople`: a sum, a count or a distribution of fewer than k people. `smallCell`: a suppressed figure of fewer than k
 * people, which has one possible value left. `oneMind`: the answer of everybody in a group of fewer than 2k, or of any size with `later`.
 * `narrowAnswer`: an answer is known more closely than the protection allows. `tooLarge`: not audited to the end. @public
 */
export type DisclosureKind = 'fewPeople' | 'smallCell' | 'oneMind' | 'narrowAnswer' | 'tooLarge'

export type Found = {
  readonly kind: DisclosureKind
  readonly people: number
  readonly questions: readonly string[]
  /** Worked out, and not only not ruled out, where all statements have one reading. */
  readonly isExact: boolean
  /** The answers it is about. */
  readonly answers: readonly number[]
  /** Shown figures from which it is worked out. */
  readonly figures: () => readonly number[]
  /** Figures to suppress together against it; none where only earlier ones tell it. */
  readonly choice: () => readonly number[] | undefined
}

/** The lowest and the highest answer that a person of a class may have given, as far as is proved. */
export type Possible = { readonly low: number; readonly high: number }

/** Answers that no statement tells apart. */
type Class = {
  readonly answers: number[]
  readonly people: Set<number>
  k: number
  readonly rows: Row[]
}
/** Statements about the same answers. */
type Row = {
  readonly classes: ReadonlySet<number>
  readonly figures: Set<number>
  readonly readings: Map<string, Reading>
  readonly people: number
}
/** Classes of which only sums together are known. */
type Tangle = {
  readonly classes: readonly number[]
  /** Ways to move answers between classes that change no sum; `undefined` where they were not found. */
  readonly kernel?: readonly (readonly number[])[]
}
type Move = { readonly from: number; readonly to: number }

export type Analysis = {
  readonly found: readonly Found[]
  readonly classes: readonly { readonly answers: readonly number[]; readonly possible: Possible }[]
  readonly classOf: Int32Array
}

const partitionOf = ({ person, k }: Indexed, statements: readonly IndexedStatement[]) => {
  const classOf = new Int32Array(person.length)
  let count = 1
  for (const { members } of statements) {
    const moved = new Map<number, number>()
    for (const member of members) {
      const from = classOf[member] as number
      let to = moved.get(from)
      if (to === undefined) {
        to = count
        count += 1
        moved.set(from, to)
      }
      classOf[member] = to
    }
  }
  const classes = new Map<number, Class>()
  const renumbered = new Map([[0, 0]])
  for (const [answer, was] of classOf.entries()) {
    const of = renumbered.get(was) ?? renumbered.size
    renumbered.set(was, of)
    classOf[answer] = of
    if (of === 0) continue
    const known = classes.get(of) ?? { answers: [], people: new Set(), k: 1, rows: [] }
    classes.set(of, known)
    known.answers.push(answer)
    known.people.add(person[answer] as number)
    known.k = Math.max(known.k, k[answer] as number)
  }
  return { classOf, classes }
}

const keyOf = (of: Iterable<number>): string => [...of].sort((a, b) => a - b).join()

const peopleOf = (classes: ReadonlyMap<number, Class>, of: Iterable<number>): Set<number> => {
  const people = new Set<number>()
  for (const one of of) for (const person of classes.get(one)?.people ?? []) people.add(person)
  return people
}

const rowsOf = (
  classOf: Int32Array,
  classes: ReadonlyMap<number, Class>,
  statements: readonly IndexedStatement[],
): readonly Row[] => {
  const rows = new Map<string, Row>()
  for (const { figure, members, reading } of statements) {
    const of = new Set(members.map((member) => classOf[member] as number))
    const key = keyOf(of)
    let row = rows.get(key)
    if (row === undefined) {
      row = {
        classes: of,
        figures: new Set(),
        readings: new Map(),
        people: peopleOf(classes, of).size,
      }
      rows.set(key, row)
      for (const one of of) classes.get(one)?.rows.push(row)
    }
    row.figures.add(figure)
    row.readings.set(reading.key, reading)
  }
  return [...rows.values()]
}

/** Takes what is known alone from every sum it is in, again and again: what is left are tangles. */
const untangled = (rows: readonly Row[], size: number) => {
  const left = rows.map(({ classes }) => new Set(classes))
  const at = new Map<number, Set<number>[]>()
  for (const row of left)
    for (const one of row) {
      const of = at.get(one) ?? []
      at.set(one, of)
      of.push(row)
    }
  const known = new Set<number>()
  const next = left.filter((row) => row.size === 1)
  for (let row = next.pop(); row !== undefined; row = next.pop()) {
    const [one] = row
    if (one === undefined) continue
    known.add(one)
    for (const other of at.get(one) ?? []) {
      other.delete(one)
      if (other.size === 1) next.push(other)
    }
  }
  const sums = new Map<string, ReadonlySet<number>>()
  for (const row of left) if (row.size > 0) sums.set(keyOf(row), row)
  const tangles: Tangle[] = []
  const seen = new Set<ReadonlySet<number>>()
  for (const first of sums.values()) {
    if (seen.has(first)) continue
    const [within, open, together] = [new Set<number>(), [first], [] as ReadonlySet<number>[]]
    seen.add(first)
    for (let row = open.pop(); row !== undefined; row = open.pop()) {
      together.push(row)
      for (const one of row) {
        if (within.has(one)) continue
        within.add(one)
        for (const other of at.get(one) ?? [])
          if (!seen.has(other) && sums.get(keyOf(other)) === other) {
            seen.add(other)
            open.push(other)
          }
      }
    }
    const classes = [...within].sort((a, b) => a - b)
    together.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    const echelon =
      together.length * classes.length > size
        ? undefined
        : echelonOf(together.map((row) => classes.map((one) => (row.has(one) ? 1 : 0))))
    if (echelon === undefined) tangles.push({ classes })
    else {
      const kernel = kernelOf(echelon, classes.length)
      const isFree = classes.map((_, at) => kernel.some((vector) => vector[at] !== 0))
      for (const [at, one] of classes.entries()) if (!isFree[at]) known.add(one)
      tangles.push({
        classes: classes.filter((_, at) => isFree[at]),
        kernel: kernel.map((vector) => vector.filter((_, at) => isFree[at])),
      })
    }
  }
  return { known, tangles }
}

/** Groups of classes with fewer people than k of which a sum is known: the kernel leaves them less than every freedom. */
const knownGroups = (
  { classes: columns, kernel = [] }: Tangle,
  classes: ReadonlyMap<number, Class>,
  limit: number,
): { readonly groups: readonly (readonly number[])[]; readonly isWhole: boolean } => {
  const small = columns.flatMap((one, at) => {
    const { people, k } = classes.get(one) as Class
    return people.size < k ? [{ one, at, people, k }] : []
  })
  const sets = [...new Map(small.map(({ people }) => [[...people].sort().join(), people])).values()]
  const highest = Math.max(1, ...small.map(({ k }) => k))
  const groups: number[][] = []
  const tried = new Set<string>()
  let [budget, isWhole] = [limit, true]
  const isKnown = (union: ReadonlySet<number>): number[] | undefined => {
    const within = small.filter(
      ({ people, k }) => k > union.size && [...people].every((person) => union.has(person)),
    )
    if (within.length === 0) return undefined
    const echelon = echelonOf(within.map(({ at }) => kernel.map((vector) => vector[at] as number)))
    const isFree = kernel.length > 0 && echelon !== undefined && echelon.rows.length === within.length
    return isFree ? undefined : within.map(({ one }) => one)
  }
  const grow = (union: ReadonlySet<number>, from: number): void => {
    for (let at = from; at < sets.length && isWhole; at += 1) {
      const grown = new Set([...union, ...(sets[at] as ReadonlySet<number>)])
      if (grown.size >= highest || groups.some((one) => isWithin(classes, one, grown))) continue
      const key = [...grown].sort().join()
      if (tried.has(key)) continue
      tried.add(key)
      budget -= 1
      if (budget < 0) isWhole = false
      const known = isKnown(grown)
      if (known === undefined) grow(grown, at + 1)
      else groups.push(known)
    }
  }
  grow(new Set(), 0)
  return { groups, isWhole }
}

const isWithin = (
  classes: ReadonlyMap<number, Class>,
  group: readonly number[],
  people: ReadonlySet<number>,
): boolean => [...peopleOf(classes, group)].every((person) => people.has(person))

/** The answers a question allows, where they can be listed. */
const listedAnswers = ({ lowest, highest, steps }: AuditedQuestion): readonly number[] =>
  steps === undefined || highest - lowest > 20
    ? []
    : Array.from({ length: highest - lowest + 1 }, (_, step) => lowest + step)

/** The answers that a person in a class may have given, because other answers would have led to the same statements. */
const possibleIn = (
  values: readonly number[],
  isAllKnown: boolean,
  question: AuditedQuestion,
  readings: readonly Reading[],
): ReadonlySet<number> => {
  const given = new Set(values)
  const possible = new Set(given)
  if (readings.some(({ key }) => key === 'distribution')) return possible
  if (readings.every(({ key }) => key === 'sum')) {
    const sum = values.reduce((all, value) => all + value, 0)
    const others = values.length - 1
    if (!isAllKnown || others < 1) return possible
    possible.add(Math.max(question.lowest, sum - others * question.highest))
    return possible.add(Math.min(question.highest, sum - others * question.lowest))
  }
  const listed = listedAnswers(question)
  const reads = (a: number, b: number, c: number, d: number) =>
    readings.every(({ of }) => of(a) + of(b) === of(c) + of(d))
  for (const one of given) for (const other of listed) if (reads(one, one, other, other)) possible.add(other)
  for (const first of given)
    for (const second of given) {
      if (first === second && values.indexOf(first) === values.lastIndexOf(first)) continue
      for (const one of listed)
        for (const other of listed) if (reads(first, second, one, other)) possible.add(one).add(other)
    }
  return possible
}

/** Moves of answers between the classes of a tangle that no statement notices, class by class. */
const movesIn = (
  { classes: columns, kernel = [] }: Tangle,
  countOf: (one: number, value: number) => number,
  questionOf: (one: number) => AuditedQuestion,
  answers: readonly number[],
  limit: number,
): ReadonlyMap<number, readonly Move[]> => {
  const moves = new Map<number, Move[]>(columns.map((one) => [one, []]))
  const pairs =
    kernel.length > 12
      ? []
      : kernel.flatMap((a, at) =>
          kernel
            .slice(at + 1)
            .flatMap((b) => [a.map((x, i) => x + (b[i] as number)), a.map((x, i) => x - (b[i] as number))]),
        )
  let budget = limit
  for (const vector of [...kernel, ...pairs]) {
    const parts = columns.flatMap((one, at) => {
      const by = vector[at] as number
      return by === 0 ? [] : [{ one, by, question: questionOf(one) }]
    })
    for (const from of answers)
      for (const to of answers) {
        if (from === to || budget < 0) continue
        budget -= 1
        const isThere = parts.every(({ one, by, question: { lowest, highest } }) => {
          const [gives, gets] = by > 0 ? [from, to] : [to, from]
          return gets >= lowest && gets <= highest && countOf(one, gives) >= Math.abs(by)
        })
        if (!isThere) continue
        for (const { one, by } of parts) moves.get(one)?.push(by > 0 ? { from, to } : { from: to, to: from })
      }
  }
  return moves
}

export type AnalysisOptions = {
  readonly protection: number
  readonly limit: number
  readonly isFixed: (figure: number) => boolean
  /** Parts of these people are released later, and it is not known which. */
  readonly later: boolean
}

export const analysisOf = (
  release: Indexed,
  statements: readonly IndexedStatement[],
  suppressed: readonly IndexedStatement[],
  { protection, limit, isFixed, later }: AnalysisOptions,
): Analysis => {
  const { value, k, person, question, questionName } = release
  const { classOf, classes } = partitionOf(release, statements)
  const rows = rowsOf(classOf, classes, statements)
  const { known, tangles } = untangled(rows, limit)
  const tangleOf = new Map(tangles.flatMap((tangle) => tangle.classes.map((one) => [one, tangle] as const)))
  const found: Found[] = []

  const classAt = (one: number): Class => classes.get(one) as Class
  const questionOf = (one: number) => question[classAt(one).answers[0] as number] as AuditedQuestion

  const canBeSuppressed = (row: Row) => ![...row.figures].every(isFixed)
  const around = (of: readonly number[]) => {
    const group = new Set(of)
    const above = [...new Set(of.flatMap((one) => classAt(one).rows))]
    const within = new Set(above.flatMap((row) => [...row.classes]))
    const near = new Set([...within].flatMap((one) => classAt(one).rows))
    const beside = [...near].filter(
      (row) =>
        of.every((one) => !row.classes.has(one)) &&
        above.some(
          (one) => one.people >= row.people && [...row.classes].every((each) => one.classes.has(each)),
        ),
    )
    return { group, above, near, beside }
  }
  const figuresAround = (of: readonly number[]): readonly number[] => {
    const { above, beside } = around(of)
    return [...new Set([...above, ...beside].flatMap(({ figures }) => [...figures]))]
  }
  const choiceAround = (of: readonly number[]): readonly number[] | undefined => {
    const { group, above, near, beside } = around(of)
    const bySize = (a: Row, b: Row) => a.people - b.people || a.classes.size - b.classes.size
    const isSame = (row: Row) => row.classes.size === group.size && of.every((one) => row.classes.has(one))
    const asked = new Set(of.map(questionOf))
    const isOfSame = (row: Row) => [...row.classes].every((one) => asked.has(questionOf(one)))
    const siblings = beside.sort(bySize)
    let choice = [
      ...above.filter(isSame),
      ...siblings.filter(isOfSame),
      ...above.filter((row) => !isSame(row)).sort(bySize),
      ...siblings.filter((row) => !isOfSame(row)),
    ].find(canBeSuppressed)
    for (let [at, next] = [new Set(above), near]; choice === undefined && next.size > at.size; ) {
      choice = [...next].sort(bySize).find(canBeSuppressed)
      at = next
      next = new Set([...at].flatMap((row) => [...row.classes].flatMap((one) => classAt(one).rows)))
    }
    return choice && [...choice.figures].filter((figure) => !isFixed(figure))
  }

  const report = (kind: DisclosureKind, people: number, of: readonly number[]): void => {
    const answers = of.flatMap((one) => classAt(one).answers)
    found.push({
      kind,
      people,
      isExact: kind !== 'tooLarge' && (kind === 'fewPeople' || of.every((one) => known.has(one))),
      questions: [...new Set(answers.map((answer) => questionName[answer] as string))],
      answers,
      figures: () => figuresAround(of),
      choice: () => choiceAround(of),
    })
  }

  for (const one of known) {
    const { people, k } = classAt(one)
    if (people.size < k) report('fewPeople', people.size, [one])
  }
  for (const tangle of tangles) {
    const small = tangle.classes.filter((one) => classAt(one).people.size < classAt(one).k)
    if (small.length === 0) continue
    const { groups, isWhole } =
      tangle.kernel === undefined ? { groups: [], isWhole: false } : knownGroups(tangle, classes, limit)
    for (const group of groups) report('fewPeople', peopleOf(classes, group).size, group)
    if (!isWhole) report('tooLarge', peopleOf(classes, small).size, small)
  }

  const moved = new Map<Tangle, ReadonlyMap<number, readonly Move[]>>()
  const movesOf = (one: number): readonly Move[] => {
    const tangle = tangleOf.get(one)
    if (tangle === undefined || tangle.kernel === undefined) return []
    let moves = moved.get(tangle)
    if (moves === undefined) {
      const counts = new Map<string, number>()
      const answers = new Set(tangle.classes.flatMap((each) => listedAnswers(questionOf(each))))
      for (const each of tangle.classes)
        for (const answer of classAt(each).answers) {
          const key = `${each} ${value[answer]}`
          counts.set(key, (counts.get(key) ?? 0) + 1)
          if (!Number.isNaN(value[answer])) answers.add(value[answer] as number)
        }
      moves = movesIn(
        tangle,
        (each, said) => counts.get(`${each} ${said}`) ?? 0,
        questionOf,
        [...answers],
        limit,
      )
      moved.set(tangle, moves)
    }
    return moves.get(one) ?? []
  }
  const valuesIn = (one: number): readonly number[] =>
    classAt(one)
      .answers.map((answer) => value[answer] as number)
      .filter((said) => !Number.isNaN(said))
  const readingsIn = (one: number): readonly Reading[] => [
    ...new Map(classAt(one).rows.flatMap(({ readings }) => [...readings])).values(),
  ]

  const isNarrow = (one: number, { low, high }: Possible, isNamed: boolean): DisclosureKind | undefined => {
    const { people, k } = classAt(one)
    if (k > 1 && people.size < 2 * k && !(high > low)) return 'oneMind'
    return k > 1 && protection > 0 && (isNamed ? !(high > low) : !(high - low >= protection))
      ? 'narrowAnswer'
      : undefined
  }
  const boundOf = (said: Iterable<number>): Possible => {
    let [low, high] = [Infinity, -Infinity]
    for (const one of said) [low, high] = [Math.min(low, one), Math.max(high, one)]
    return { low, high }
  }
  const wider = new Map<number, ReadonlySet<number>>()
  const widerOf = (one: number): ReadonlySet<number> => {
    const already = wider.get(one)
    if (already !== undefined) return already
    const values = valuesIn(one)
    const isAllKnown = values.length === classAt(one).answers.length
    const possible = new Set(possibleIn(values, isAllKnown, questionOf(one), readingsIn(one)))
    for (const { to } of movesOf(one)) possible.add(to)
    wider.set(one, possible)
    return possible
  }
  const bounds = [...classes.keys()].map((one) => {
    const isNamed = questionOf(one).steps === 'named'
    let possible = boundOf(valuesIn(one))
    if (isNarrow(one, possible, isNamed) !== undefined) possible = boundOf(widerOf(one))
    const kind = isNarrow(one, possible, isNamed)
    if (kind !== undefined) report(kind, classAt(one).people.size, [one])
    return { answers: classAt(one).answers, possible }
  })

  const asCells = [...classes.keys()].flatMap((one) => {
    const { answers, people, k } = classAt(one)
    return known.has(one) || people.size >= k
      ? []
      : readingsIn(one).map((reading) => ({ members: answers, reading }))
  })
  /** Whether a cell of so many answers of each class has more than one possible value. */
  const isOpen = (within: ReadonlyMap<number, number>, reading: Reading): boolean => {
    const differs = (said: Iterable<number>) => new Set([...said].map(reading.of)).size > 1
    return [...within].some(([one, count]) => {
      if (one === 0) return true
      const hasOthers = classAt(one).answers.length > count
      return (
        (hasOthers && differs(valuesIn(one))) ||
        movesOf(one).some(({ from, to }) => reading.of(from) !== reading.of(to)) ||
        (hasOthers && differs(widerOf(one)))
      )
    })
  }
  for (const { members, reading } of [...suppressed, ...asCells]) {
    const people = new Set(members.map((member) => person[member])).size
    if (people >= Math.max(...members.map((member) => k[member] as number))) continue
    const within = new Map<number, number>()
    for (const member of members) {
      const of = classOf[member] as number
      within.set(of, (within.get(of) ?? 0) + 1)
    }
    if (!isOpen(within, reading)) report('smallCell', people, [...within.keys()])
  }
  if (later) {
    const all = [...statements, ...suppressed].map(({ reading }) => [reading.key, reading] as const)
    for (const one of classes.keys())
      for (const reading of new Map(all).values())
        if (classAt(one).k > 1 && !isOpen(new Map([[one, 1]]), reading)) {
          report('oneMind', classAt(one).people.size, [one])
          break
        }
  }
  return { found, classes: bounds, classOf }
}
