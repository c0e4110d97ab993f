/** Releases as organisations make them, generated from a seed: items, totals, segments, cross-segmentations, versions. */
import {
  type AuditedAnswer,
  type AuditedQuestion,
  type Protection,
  protectRelease,
  type ReleasedFigure,
  type Statement,
} from 'training-ops/metrics'

export type GeneratedRelease = {
  readonly answers: readonly AuditedAnswer[]
  readonly questions: Readonly<Record<string, AuditedQuestion>>
  /** First what was released first. */
  readonly versions: readonly (readonly ReleasedFigure[])[]
}

/** A small generator of chance, the same for the same seed. */
export const chanceOf = (seed: number): (() => number) => {
  let state = seed + 1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const generatedRelease = (seed: number, size: 'small' | 'large' = 'large'): GeneratedRelease => {
  const chance = chanceOf(seed)
  const below = (n: number) => Math.floor(chance() * n)
  const among = <One>(list: readonly One[]): One => list[below(list.length)] as One
  const asked = Array.from({ length: 1 + below(size === 'small' ? 2 : 3) }, (_, at) => `q${at}`)
  const departments = ['sales', 'legal', 'it', 'finance'].slice(0, 2 + below(size === 'small' ? 2 : 3))
  const sites = ['north', 'south', 'west'].slice(0, size === 'small' ? 2 : 2 + below(2))
  const mood = among([0.2, 0.5, 0.9, 1])
  const missing = among([0, 0, 0.1, 0.3])
  const isCrossed = chance() < 0.5
  const hasVersions = chance() < 0.5
  const shares: Statement['tells'] = among([[4, 5], 'sum', 'distribution'] as const)
  const people = Array.from({ length: 6 + below(size === 'small' ? 18 : 34) }, (_, at) => ({
    person: `p${at}`,
    department: chance() < 0.1 ? undefined : among(departments),
    site: among(sites),
    since: hasVersions && chance() < 0.1 ? 1 : 0,
    until: hasVersions && chance() < 0.05 ? 1 : 2,
  }))
  const answers = people.flatMap(({ person }) =>
    asked
      .filter(() => chance() >= missing)
      .map((question) => ({
        id: `${person} ${question}`,
        person,
        question,
        value: chance() < mood ? among([4, 5, 5]) : 1 + below(5),
      })),
  )
  const given = new Set(answers.map(({ id }) => id))
  type Person = (typeof people)[number]
  const version = (number: number): ReleasedFigure[] => {
    const there = people.filter(({ since, until }) => since <= number && number < until)
    const of = (isIn: (one: Person) => boolean, ...questions: readonly string[]): readonly string[] =>
      there
        .filter(isIn)
        .flatMap(({ person }) => questions.map((question) => `${person} ${question}`))
        .filter((id) => given.has(id))
    const figure = (name: string, ...statements: readonly Statement[]): ReleasedFigure[] =>
      statements.some((one) => one.answers.length > 0) ? [{ figure: `${number} ${name}`, statements }] : []
    const everybody = () => true
    return [
      ...asked.flatMap((question) => [
        ...figure(`${question} shares`, { answers: of(everybody, question), tells: shares }),
        ...figure(`${question} steps`, { answers: of(everybody, question), tells: 'distribution' }),
        ...departments.flatMap((one) =>
          figure(`${question} ${one}`, {
            answers: of(({ department }) => department === one, question),
            tells: shares,
          }),
        ),
        ...sites.flatMap((one) =>
          figure(`${question} ${one}`, { answers: of(({ site }) => site === one, question), tells: shares }),
        ),
        ...(isCrossed
          ? departments.flatMap((one) =>
              sites.flatMap((other) =>
                figure(`${question} ${one} in ${other}`, {
                  answers: of(({ department, site }) => department === one && site === other, question),
                  tells: shares,
                }),
              ),
            )
          : []),
      ]),
      ...(asked.length > 1
        ? [
            ...figure('all', { answers: of(everybody, ...asked), tells: [4, 5] }),
            ...departments.flatMap((one) =>
              figure(`all ${one}`, {
                answers: of(({ department }) => department === one, ...asked),
                tells: 'sum',
              }),
            ),
          ]
        : []),
    ]
  }
  return {
    answers,
    questions: Object.fromEntries(
      asked.map((question) => [question, { lowest: 1, highest: 5, steps: 'whole' as const }]),
    ),
    versions: hasVersions ? [version(0), version(1)] : [version(0)],
  }
}

export type PublishedRelease = {
  readonly shown: readonly ReleasedFigure[]
  readonly groups: readonly ReleasedFigure[]
  readonly suppressed: readonly Protection[]
  readonly alreadyDisclosed: number
}

/**
 * Every version as it is published: protected beside those before it, or beside nothing where no log is kept; all but the
 * last with parts of it to follow.
 */
export const published = (
  { answers, questions, versions }: GeneratedRelease,
  promise: {
    readonly k: number
    readonly protection: number
    readonly hasLog?: boolean
    readonly looksAhead?: boolean
  },
): PublishedRelease => {
  const { hasLog = true, looksAhead = true, ...rest } = promise
  const shown: ReleasedFigure[] = []
  const groups: ReleasedFigure[] = []
  const suppressed: Protection[] = []
  let alreadyDisclosed = 0
  for (const [number, figures] of versions.entries()) {
    const log = hasLog ? { earlier: shown, suppressed: groups } : {}
    const one = protectRelease({
      answers,
      questions,
      figures,
      later: looksAhead && number + 1 < versions.length,
      ...rest,
      ...log,
    })
    const isShown = new Set(one.shown)
    shown.push(...figures.filter(({ figure }) => isShown.has(figure)))
    groups.push(...figures.filter(({ figure }) => !isShown.has(figure)))
    suppressed.push(...one.suppressed)
    alreadyDisclosed += one.alreadyDisclosed.length
  }
  return { shown, groups, suppressed, alreadyDisclosed }
}
