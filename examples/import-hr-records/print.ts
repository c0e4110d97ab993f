/** What the import found, in words. */
import type { MetricResult } from 'training-ops/metrics'
import {
  type Counts,
  countsOf,
  type Figures,
  figuresOfAccepted,
  figuresOfSource,
  periodOf,
} from './figures.ts'
import type { Imported, Rejection } from './import.ts'
import type { BadRow } from './read-table.ts'
import type { Records } from './records.ts'

const whole = new Intl.NumberFormat('en-US')
const money = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const heads = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** A figure with its n, or why there is none. */
export const figureInWords = (figure: MetricResult): string => {
  if (figure.status !== 'ok') return `— (${figure.status})`
  const { value, n, unit, notes = [] } = figure
  const shown =
    unit === 'ratio'
      ? `${(value * 100).toFixed(1)} %`
      : unit === 'minorUnits'
        ? money.format(value / 100)
        : `${value.toFixed(2)} h`
  const left = notes.find(({ code }) => code === 'LeftWorkforce')
  const beside = left === undefined ? '' : `, and ${whole.format(Number(left.people))} since gone`
  return `${shown} (n = ${heads.format(n)}${beside})`
}

export const sourceInWords = ({ employees, trainings, surveyed }: Records): string => {
  const counts = countsOf(trainings)
  const { first, last } = periodOf(trainings)
  return `${whole.format(counts.trainings)} trainings, ${first} … ${last}, of ${whole.format(employees.size)} people on the staff list
${countsInWords(counts)}
${whole.format(surveyed)} answers to the engagement survey (counted only)`
}

const countsInWords = ({ days, costMinor, outcomes }: Counts): string =>
  `cost ${money.format(costMinor / 100)}, ${whole.format(days)} days; ${Object.entries(outcomes)
    .map(([outcome, count]) => `${outcome} ${whole.format(count)}`)
    .join(', ')}`

/** How many were refused, and for what. */
export const rejectionsByCause = (rejections: readonly Rejection[]): ReadonlyMap<string, number> => {
  const causes = new Map<string, number>()
  for (const { rejection } of rejections) {
    const cause = 'when' in rejection ? `${rejection.code} ${rejection.when}` : rejection.code
    causes.set(cause, (causes.get(cause) ?? 0) + 1)
  }
  return causes
}

export const importedInWords = (records: Records, imported: Imported, shown = 3): string => {
  const { accepted, rejections } = imported
  const causes = [...rejectionsByCause(rejections)].map(
    ([cause, count]) => `  ${whole.format(count).padStart(6)}  ${cause}`,
  )
  const first = rejections.slice(0, shown).map(({ line, words }) => `          line ${line}: ${words}`)
  return [
    `${whole.format(accepted.length)} accepted, ${whole.format(rejections.length)} refused`,
    `accepted: ${countsInWords(countsOf(accepted))}`,
    ...causes,
    ...first,
    ...(rejections.length > shown ? [`          … and ${whole.format(rejections.length - shown)} more`] : []),
    '',
    figuresInWords(figuresOfSource(records), figuresOfAccepted(records, imported)),
  ].join('\n')
}

const figuresInWords = (source: Figures, accepted: Figures): string => {
  const row = (name: string, ...cells: readonly string[]) =>
    `${name.padEnd(28)}${cells.map((cell) => cell.padEnd(26)).join('')}`.trimEnd()
  const both = (name: string, of: (figures: Figures) => MetricResult) =>
    row(name, figureInWords(of(source)), figureInWords(of(accepted)))
  const rate = (name: 'completion' | 'pass') =>
    source.programs.map(({ program, [name]: figure }, at) =>
      row(`  ${program}`, figureInWords(figure), figureInWords(accepted.programs[at]?.[name] ?? figure)),
    )
  return [
    row('', 'whole source', 'accepted'),
    both('coverage', ({ coverage }) => coverage),
    both('hours per employee', ({ hoursPerEmployee }) => hoursPerEmployee),
    both('cost per learner', ({ costPerLearner }) => costPerLearner),
    both('cost per employee', ({ costPerEmployee }) => costPerEmployee),
    'completion rate: (Completed + Passed) / all that ended',
    ...rate('completion'),
    'pass rate: Passed / (Passed + Failed); who was not assessed is in neither',
    ...rate('pass'),
    '',
    'whole source: per person on the staff list. accepted: coverage per person employed on the last day,',
    'hours and cost per employee by the average of the daily head counts of the period.',
  ].join('\n')
}

export const badRowInWords = ({ file, line, column, reason }: BadRow): string =>
  `${file}:${line}: ${column}: ${reason}`
