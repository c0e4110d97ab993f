import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { controlGroupDifference, differenceInDifferences } from '../../../src/metrics/index.ts'
import { figure, noteOf } from './figure.ts'

const folder = process.env.TRAINING_OPS_DATA
const published = test.skipIf(!folder)
const unset = folder ? '' : ' (skipped: TRAINING_OPS_DATA is not set)'
const rowsOf = (file: string) =>
  readFileSync(`${folder}/${file}`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')))

const trainees = () =>
  rowsOf('nsw-dehejia-wahba/nsw_dehejia_wahba_1999_445.csv').map((row) => ({
    trained: row[0] === '1',
    before: Number(row[8]),
    after: Number(row[9]),
  }))
const arms = () => ({
  treated: trainees().filter((person) => person.trained),
  control: trainees().filter((person) => !person.trained),
})
const earnings = () => ({
  treated: arms().treated.map((person) => person.after),
  control: arms().control.map((person) => person.after),
  assigned: 'units' as const,
})

published(
  `nsw-dehejia-wahba, trap: the published error 633 is the pooled one; Welch’s is 671${unset}`,
  () => {
    const pooled = figure(controlGroupDifference({ ...earnings(), standardError: 'pooled' }))
    expect(pooled.n).toBe(445)
    expect(pooled.value).toBeCloseTo(1794.342, 3)
    expect(noteOf(pooled, 'TTest').standardError).toBeCloseTo(632.853, 3)
    expect(pooled.interval?.low).toBeCloseTo(550.57, 2)
    expect(pooled.interval?.high).toBeCloseTo(3038.11, 2)
    expect(noteOf(figure(controlGroupDifference(earnings())), 'TTest').standardError).toBeCloseTo(670.997, 3)
  },
)

published(`nsw-dehejia-wahba: difference-in-differences on 1975 earnings${unset}`, () => {
  expect(figure(differenceInDifferences(arms())).value).toBeCloseTo(1529.196, 3)
})

const shops = () => {
  const rows = rowsOf('card-krueger/njmin.csv')
  const employees = (state: string, year: string) =>
    rows
      .filter((row) => row[1] === state && row[2] === year)
      .map((row) => (row[3] === '' ? null : Number(row[3])))
  const pairedByRowOrder = (state: string) => {
    const after = employees(state, '1993')
    return employees(state, '1991').map((before, shop) => ({ before, after: after[shop] ?? null }))
  }
  return {
    treated: pairedByRowOrder('New Jersey'),
    control: pairedByRowOrder('Pennsylvania'),
    assigned: 'units' as const,
  }
}

published(
  `card-krueger, trap: shops pair by row order within state, values are missing, so balanced shops and all values differ${unset}`,
  () => {
    const balanced = figure(differenceInDifferences(shops()))
    expect(balanced.value).toBeCloseTo(2.75, 4)
    expect(noteOf(balanced, 'TTest').standardError).toBeCloseTo(1.3423, 4)
    expect(balanced.n).toBe(309 + 75)
    const available = figure(differenceInDifferences({ ...shops(), units: 'available' }))
    expect(available.value).toBeCloseTo(2.7536, 4)
    expect(available.interval).toBeUndefined()
  },
)
