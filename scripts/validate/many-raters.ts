import { fleissKappa, krippendorffAlpha, pooledEffect } from '../../src/metrics/index.ts'
import { figureOf, type Row, rounded } from './row.ts'

/** Fleiss (1971), table 1: how many of six psychiatrists put each of thirty patients into each of five categories. */
export const psychiatrists: readonly (readonly number[])[] = [
  '00060 03003 01401 00006 03030 20400 00402 20310 20040 00006',
  '10050 11040 03300 10050 02031 00501 30012 51000 02040 10203',
  '00006 01050 02013 20040 10041 05010 40002 02040 10500 00006',
].flatMap((line) => line.split(' ').map((patient) => [...patient].map(Number)))

/** Krippendorff (2011), example C: twelve units, four observers, and gaps. */
export const observers: readonly (readonly (number | null)[])[] =
  '11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 .3..'
    .split(' ')
    .map((unit) => [...unit].map((rating) => (rating === '.' ? null : Number(rating))))

/** The trials of the BCG vaccine: log risk ratios and variances from their counts (Colditz et al. 1994). */
const trials: readonly (readonly [number, number, number, number])[] = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13_536, 248, 12_619],
  [33, 5_036, 47, 5_761],
  [180, 1_361, 372, 1_079],
  [8, 2_537, 10, 619],
  [505, 87_886, 499, 87_892],
  [29, 7_470, 45, 7_232],
  [17, 1_699, 65, 1_600],
  [186, 50_448, 141, 27_197],
  [5, 2_493, 3, 2_338],
  [27, 16_886, 29, 17_825],
]
export const vaccine = trials.map(([a, b, c, d]) => ({
  effect: Math.log(a / (a + b) / (c / (c + d))),
  variance: 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d),
}))

/** Published figures of many raters and of many studies, small enough to stand here. */
export const manyRaters = (): readonly Row[] => {
  const krippendorff = (level: 'nominal' | 'ordinal' | 'interval' | 'ratio', published: string) =>
    rounded(
      'krippendorff-2011',
      `α, ${level}`,
      published,
      figureOf(krippendorffAlpha({ ratings: observers, level })),
    )
  return [
    rounded(
      'fleiss-1971',
      'κ of six psychiatrists',
      '.430',
      figureOf(fleissKappa({ counts: psychiatrists })),
    ),
    krippendorff('nominal', '.743'),
    krippendorff('ordinal', '.815'),
    krippendorff('interval', '.849'),
    krippendorff('ratio', '.797'),
    rounded(
      'colditz-1994',
      'log risk ratio, REML (metafor 3.8)',
      '-0.7145',
      figureOf(pooledEffect({ studies: vaccine })),
    ),
    rounded(
      'colditz-1994',
      'the same, DerSimonian–Laird',
      '-0.7141',
      figureOf(pooledEffect({ studies: vaccine, spread: 'dersimonianLaird' })),
    ),
  ]
}
