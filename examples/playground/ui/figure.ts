/** A figure as text. */
import type { MetricResult } from 'training-ops/metrics'
import type { Tongue } from './words.ts'

const number = (value: number, digits: number, tongue: Tongue) =>
  value.toLocaleString(tongue === 'en' ? 'en' : 'zh-CN', {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  })

const units: Readonly<Record<string, readonly [string, string]>> = {
  hours: [' h', ' 学时'],
  people: [' people', ' 人'],
  days: [' days', ' 天'],
}

export const inUnit = (value: number, unit: string, tongue: Tongue): string =>
  signed(plainInUnit(value, unit, tongue))

/** A minus as it is printed. */
const signed = (text: string): string => text.replace(/^-/, '−')

const plainInUnit = (value: number, unit: string, tongue: Tongue): string =>
  unit === 'ratio'
    ? `${number(value * 100, 1, tongue)} %`
    : `${number(value, unit === 'count' || unit === 'people' ? 0 : 2, tongue)}${units[unit]?.[tongue === 'en' ? 0 : 1] ?? ''}`

/** The value; a dash where there is none, which is never 0. */
export const figureText = (result: MetricResult, tongue: Tongue): string =>
  result.status === 'ok' ? inUnit(result.value, result.unit, tongue) : '—'

export const money = (minor: number, currency: string, tongue: Tongue): string =>
  new Intl.NumberFormat(tongue === 'en' ? 'en' : 'zh-CN', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  }).format(minor / 100)
