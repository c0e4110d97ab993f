import { oneWayAnova, summary } from '../../src/metrics/index.ts'
import { readText } from './read.ts'
import { figureOf, type Row, significant } from './row.ts'

const certifiedIn = (text: string, label: string): string =>
  new RegExp(`${label}[^\\n]*:\\s*(-?[\\d.]+)`).exec(text)?.[1] ?? 'missing'

/** The observations as whole tenths, thousandths …, and how many of those make one. */
const wholeObservations = (lines: readonly string[]): { readonly whole: number[]; readonly per: number } => {
  const places = Math.max(...lines.map((line) => line.split('.')[1]?.length ?? 0))
  const per = 10 ** places
  return { whole: lines.map((line) => Math.round(Number(line) * per)), per }
}

/** Lag 1, on whole observations: products of neighbours' distances from the mean over all squared distances. */
const autocorrelation = (whole: readonly number[]): number => {
  const count = BigInt(whole.length)
  const total = whole.reduce((sum, value) => sum + BigInt(value), 0n)
  const distances = whole.map((value) => count * BigInt(value) - total)
  const squares = distances.reduce((sum, distance) => sum + distance * distance, 0n)
  const products = distances
    .slice(1)
    .reduce((sum, distance, at) => sum + distance * (distances[at] as bigint), 0n)
  return Number(products) / Number(squares)
}

const univariate = (folder: string, set: string): readonly Row[] => {
  const text = readText(folder, `nist-strd/${set}.dat`)
  const lines = (text.split(/-{6,}\s*\n/).at(-1) ?? '').trim().split(/\s+/)
  const [mean, deviation, lag] = ['Mean', 'Standard Deviation', 'Autocorrelation'].map((label) =>
    certifiedIn(text, `Sample ${label}`),
  )
  const { whole, per } = wholeObservations(lines)
  const exact = summary(whole)
  const asRead = summary(lines.map(Number))
  const how = per === 1 ? '' : `read as whole ${per === 10 ? 'tenths' : `1/${per}`}`
  const scaled = (value: number | null) => (value === null ? null : value / per)
  const name = `nist ${set}`
  return [
    significant(name, 'mean', mean as string, scaled(figureOf(exact)), 13, how),
    significant(
      name,
      'standard deviation',
      deviation as string,
      scaled(exact.status === 'ok' ? exact.standardDeviation : null),
      13,
      how,
    ),
    significant(name, 'lag-1 autocorrelation', lag as string, autocorrelation(whole), 13, how),
    ...(per === 1
      ? []
      : [
          significant(
            name,
            'standard deviation of the doubles',
            deviation as string,
            asRead.status === 'ok' ? asRead.standardDeviation : null,
            8,
            'as far as doubles hold these decimals; not 13, by no method',
          ),
        ]),
  ]
}

const instruments = (folder: string): readonly Row[] => {
  const text = readText(folder, 'nist-strd/SiRstv.dat')
  const lines = text
    .slice(text.indexOf('Resistance'))
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, value]) => value !== undefined)
  const groups = ['1', '2', '3', '4', '5'].map((instrument) =>
    lines.filter(([name]) => name === instrument).map(([, value]) => Math.round(Number(value) * 1e4)),
  )
  const anova = oneWayAnova({ groups })
  const between = /Between Instrument\s+4 (\S+) (\S+) (\S+)/.exec(text) ?? []
  const within = /Within Instrument\s+20 (\S+) (\S+)/.exec(text) ?? []
  const rSquared = /R-Squared (\S+)/.exec(text)?.[1] ?? 'missing'
  const residual = /Standard Deviation\s+(\d\S+)/.exec(text)?.[1] ?? 'missing'
  if (anova.status !== 'ok') return []
  const how = 'read as whole 1/10000'
  const squares = (sum: number) => sum / 1e8
  const total = anova.between.sumOfSquares + anova.within.sumOfSquares
  return [
    significant('nist SiRstv', 'F', between[3] as string, anova.value, 13, how),
    significant(
      'nist SiRstv',
      'squares between',
      between[1] as string,
      squares(anova.between.sumOfSquares),
      13,
      how,
    ),
    significant(
      'nist SiRstv',
      'squares within',
      within[1] as string,
      squares(anova.within.sumOfSquares),
      13,
      how,
    ),
    significant('nist SiRstv', 'R squared', rSquared, anova.between.sumOfSquares / total, 13, how),
    significant(
      'nist SiRstv',
      'residual standard deviation',
      residual,
      Math.sqrt(squares(anova.within.sumOfSquares) / anova.within.degreesOfFreedom),
      13,
      how,
    ),
  ]
}

/**
 * Simon and Lesage (1989), SmLs01 to SmLs09: nine groups whose means are .4, .3 and .5 above 1, 10⁶ or 10¹², their values .1 apart. They are
 * made by that rule, and so stand here without a file.
 */
const simonLesage = (): readonly Row[] =>
  [10, 1e7, 1e13].flatMap((base, at) =>
    ['21', '201', '2001'].map((size, by) => {
      const groups = [4, 3, 5, 3, 5, 3, 5, 3, 5].map((mean) =>
        Array.from({ length: Number(size) }, (_, nth) => base + mean + (nth === 0 ? 0 : nth % 2 ? -1 : 1)),
      )
      const name = `nist SmLs0${3 * at + by + 1}`
      return significant(name, 'F', size, figureOf(oneWayAnova({ groups })), 13, 'read as whole tenths')
    }),
  )

export const nistStrd = (folder: string): readonly Row[] => [
  ...['NumAcc1', 'NumAcc2', 'NumAcc3', 'NumAcc4'].flatMap((set) => univariate(folder, set)),
  ...instruments(folder),
  ...simonLesage(),
]
