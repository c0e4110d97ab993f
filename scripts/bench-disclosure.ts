/** `npx tsx --conditions=@training-ops/source scripts/bench-disclosure.ts`: how long the audit and the protection of ordinary tables take. */
import { disclosureAudit, protectRelease, type ReleasedFigure } from 'training-ops/metrics'
import { chanceOf } from '../test/metrics/disclosure/releases.ts'

/** Items by segment, their totals with shares and steps, three subscales and everything together; one segment in ten is small. */
const tableOf = (questions: number, segments: number, people: number) => {
  const chance = chanceOf(7)
  const names = Array.from({ length: questions }, (_, at) => `q${at}`)
  const everybody = Array.from({ length: segments }, (_, segment) =>
    Array.from({ length: segment % 10 === 0 ? 3 : people }, (_, at) => ({
      person: `${segment}-${at}`,
      segment,
    })),
  ).flat()
  const answers = everybody.flatMap(({ person }) =>
    names
      .filter(() => chance() > 0.05)
      .map((question) => ({
        id: `${person} ${question}`,
        person,
        question,
        value: 1 + Math.floor(chance() * 5),
      })),
  )
  const segmentOf = new Map(everybody.map(({ person, segment }) => [person, segment]))
  const of = (isIn: (answer: (typeof answers)[number]) => boolean) => answers.filter(isIn).map(({ id }) => id)
  const figure = (
    name: string,
    ids: readonly string[],
    tells: 'distribution' | 'sum' | number[],
  ): ReleasedFigure => ({
    figure: name,
    statements: [{ answers: ids, tells }],
  })
  const byCell = groupedBy(answers, ({ person, question }) => `${question} of ${segmentOf.get(person)}`)
  const figures = [
    ...[...byCell].map(([name, cell]) =>
      figure(
        name,
        cell.map(({ id }) => id),
        [4, 5],
      ),
    ),
    ...names.flatMap((name) => [
      figure(
        `${name} shares`,
        of(({ question }) => question === name),
        [4, 5],
      ),
      figure(
        `${name} steps`,
        of(({ question }) => question === name),
        'distribution',
      ),
    ]),
    ...[0, 1, 2].map((subscale) =>
      figure(
        `subscale ${subscale}`,
        of(({ question }) => Number(question.slice(1)) % 3 === subscale),
        'sum',
      ),
    ),
    figure(
      'all',
      of(() => true),
      [4, 5],
    ),
  ]
  return {
    answers,
    figures,
    questions: Object.fromEntries(
      names.map((name) => [name, { lowest: 1, highest: 5, steps: 'whole' as const }]),
    ),
  }
}

const groupedBy = <One>(list: readonly One[], keyOf: (one: One) => string): Map<string, One[]> => {
  const groups = new Map<string, One[]>()
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

/** Processor time, of the quickest of seven runs: other work on the machine does not count. */
const fastest = (run: () => unknown): string => {
  const times = Array.from({ length: 7 }, () => {
    const from = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1000
  })
  return `${Math.min(...times).toFixed(0)} ms`
}

for (const [questions, segments, people] of [
  [10, 50, 20],
  [10, 50, 100],
  [40, 200, 10],
] as const) {
  const release = tableOf(questions, segments, people)
  const { shown, suppressed } = protectRelease(release)
  const isShown = new Set(shown)
  const { status } = disclosureAudit({
    ...release,
    figures: release.figures.filter((one) => isShown.has(one.figure)),
    suppressed: release.figures.filter((one) => !isShown.has(one.figure)),
  })
  const audit = fastest(() =>
    disclosureAudit({ ...release, figures: release.figures.filter((one) => isShown.has(one.figure)) }),
  )
  const protect = fastest(() => protectRelease(release))
  console.log(
    `${questions} questions × ${segments} segments, ${release.answers.length} answers: audit ${audit}, protect ${protect}; ${shown.length} of ${release.figures.length} figures shown, ${suppressed.length} suppressed, ${status}`,
  )
}
