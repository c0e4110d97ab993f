import type { Measured, MetricResult, Reason } from '../metrics/index.ts'
import { dayIn, daysLater } from '../vocabulary/index.ts'
import { type Code, type CodePrefix, codeWord, type Datum, type FigureForm, type Phrase } from './document.ts'
import { type Language, type WordKey, wordsFor, wordsIn } from './languages/language.ts'

/** How a report is read: in which language, on which calendar, and what must be escaped in a host's own words. */
export type Reading = {
  readonly language: Language
  /** The zone days are told in. */
  readonly zone: string
  /** Makes a host's words harmless in the format written. */
  readonly escape: (text: string) => string
  /** Makes our own words harmless in the format written; as they are unless given. */
  readonly escapeOwn?: (text: string) => string
  /** Dresses a figure by what it is, so that one that is withheld looks withheld; bare unless given. */
  readonly decorate?: (status: MetricResult['status'], text: string) => string
}

const ownWords = (key: string, { language, escapeOwn = (text) => text }: Reading): string =>
  escapeOwn(wordsFor(language, key))

/** 12,345.6 */
const grouped = (value: number, digits: number): string => {
  const fixed = Math.abs(value).toFixed(digits)
  const [whole = '', fraction] = fixed.split('.')
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const sign = value < 0 && Number(fixed) !== 0 ? '−' : ''
  return `${sign}${thousands}${fraction === undefined ? '' : `.${fraction}`}`
}

const percent = (share: number, digits = 1): string => `${grouped(share * 100, digits)}%`

/** 25%, 2.5%: at an axis, with as many decimals as it has. */
const inWholePercent = (share: number): string => {
  const [, fraction = ''] = String(Number((share * 100).toPrecision(6))).split('.')
  return percent(share, Math.min(2, fraction.length))
}

/** ISO 4217 minor digits that are not two. */
const minorDigits: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  KWD: 3,
  BHD: 3,
  TND: 3,
}

export const minorDigitsOf = (currency: string): number => minorDigits[currency] ?? 2

/** ¥926,000, −¥1.50: no cents where there are none. */
const inMajorUnits = (minor: number, currency: string, reading: Reading): string => {
  const digits = minorDigitsOf(currency)
  const amount = Math.abs(minor) / 10 ** digits
  const text = grouped(amount, Number.isInteger(amount) ? 0 : digits)
  const key = `money.${currency}`
  const words = wordsIn(reading.language, key) === undefined ? 'money.other' : key
  const sign = minor < 0 && Number(amount.toFixed(digits)) !== 0 ? '−' : ''
  return `${sign}${formatKey(words, { currency, amount: text }, reading)}`
}

/** To three figures: in units of ten thousand where the language counts in them (92.6 万元). */
const rounded = (minor: number, currency: string, reading: Reading): string => {
  const amount = minor / 10 ** minorDigitsOf(currency)
  const brief = Number(amount.toPrecision(3))
  const key = `money.${currency}.tenThousands`
  if (Math.abs(brief) < 10_000 || !wordsIn(reading.language, key))
    return inMajorUnits(Math.round(brief * 10 ** minorDigitsOf(currency)), currency, reading)
  const tenThousands = brief / 10_000
  const [, fraction = ''] = String(Number(tenThousands.toPrecision(3))).split('.')
  return formatKey(key, { amount: { decimal: tenThousands, digits: fraction.length } }, reading)
}

const isLocalDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text)

/** The parts of a local day, as the language names them. */
const partsOf = (day: string, end: string, { language }: Reading): Readonly<Record<string, string>> => {
  const [year = '', month = '', date = ''] = day.split('-')
  return {
    [end === '' ? 'year' : `${end}Year`]: String(Number(year)),
    [end === '' ? 'month' : `${end}Month`]: wordsFor(language, `month.${Number(month)}`),
    [end === '' ? 'day' : `${end}Day`]: String(Number(date)),
  }
}

const inDays = (
  instantOrDay: string,
  reading: Reading,
  words: 'date.day' | 'date.month' = 'date.day',
): string => {
  const day = isLocalDay(instantOrDay) ? instantOrDay : dayIn(instantOrDay, reading.zone)
  return formatKey(words, partsOf(day, '', reading), reading)
}

const inPeriod = ({ from, to }: { readonly from: string; readonly to: string }, reading: Reading): string => {
  const last = daysLater(to, -1)
  if (last <= from) return inDays(from, reading)
  const isSame = (length: number) => from.slice(0, length) === last.slice(0, length)
  const words = isSame(7) ? 'date.sameMonth' : isSame(4) ? 'date.sameYear' : 'date.period'
  return formatKey(words, { ...partsOf(from, 'from', reading), ...partsOf(last, 'to', reading) }, reading)
}

/** A phrase in the language asked for, its gaps filled. */
export const formatPhrase = ({ words, with: data }: Phrase, reading: Reading): string =>
  formatKey(words, data, reading)

const isOne = (datum: Datum): boolean =>
  typeof datum === 'object' && 'decimal' in datum ? datum.decimal === 1 : datum === 1

/**
 * The words of a key, which may be a host's own, with their gaps filled: `{people}` by the value, `{people:person|people}` by the
 * first of the two words where it is one, and by the second otherwise.
 */
export const formatKey = (key: string, data: Phrase['with'] = {}, reading: Reading): string =>
  ownWords(key, reading).replace(
    /\{(\w+)(?::([^{|}]*)\|([^{|}]*))?\}/g,
    (_gap, name: string, one?: string, several?: string) => {
      const datum = data[name]
      if (datum === undefined)
        throw new TypeError(`training-ops: spellPhrase needs ${name} for ${key}, got nothing`)
      return one === undefined || several === undefined
        ? format(datum, reading)
        : isOne(datum)
          ? one
          : several
    },
  )

const formatCode = ({ code, of, with: data, otherwise = code }: Code, reading: Reading): string => {
  const key = `${of}.${code}`
  return wordsIn(reading.language, key) === undefined
    ? format(otherwise, reading)
    : formatKey(key, data, reading)
}

/** One datum, as a reader of the language sees it. */
export const format = (datum: Datum, reading: Reading): string => {
  if (typeof datum === 'string') return reading.escape(datum)
  if (typeof datum === 'number') return grouped(datum, 0)
  if ('money' in datum) {
    const { minor, currency } = datum.money
    return datum.money.rounded ? rounded(minor, currency, reading) : inMajorUnits(minor, currency, reading)
  }
  if ('share' in datum) return percent(datum.share)
  if ('percent' in datum) return inWholePercent(datum.percent)
  if ('day' in datum) return inDays(datum.day, reading, datum.brief ? 'date.month' : 'date.day')
  if ('period' in datum) return inPeriod(datum.period, reading)
  if ('decimal' in datum) return grouped(datum.decimal, datum.digits)
  if ('figure' in datum) {
    const text = formatFigure(datum.figure, datum.form ?? {}, reading)
    return reading.decorate?.(datum.figure.status, text) ?? text
  }
  if ('value' in datum) return inHostUnit(datum.value, datum.measuredIn, reading)
  if ('phrase' in datum) return formatPhrase(datum.phrase, reading)
  if ('code' in datum) return formatCode(datum, reading)
  if ('shaded' in datum) return format(datum.shaded, reading)
  const text = datum.list.map((one) => format(one, reading)).filter((text) => text !== '')
  return text.length === 0
    ? ownWords('value.none', reading)
    : text.join(ownWords(`${datum.between ?? 'item'}.separator`, reading))
}

const fewDigits = (value: number): Datum => ({ decimal: value, digits: Number.isInteger(value) ? 0 : 2 })

/** `share` and `basisPoints` in percent, `outOfFive` of five, any other with its unit in words. */
const inHostUnit = (value: number, measuredIn: string, reading: Reading): string => {
  switch (measuredIn) {
    case 'share':
    case 'ratio':
      return percent(value)
    case 'percent':
      return `${grouped(value, 1)}%`
    case 'basisPoints':
      return percent(value / 10_000)
    case 'outOfFive':
      return formatPhrase({ words: 'unit.outOf', with: { value: fewDigits(value), most: 5 } }, reading)
    default:
      return formatPhrase(
        { words: 'unit.other', with: { value: fewDigits(value), unit: codeWord('term', measuredIn) } },
        reading,
      )
  }
}

/** How many percentage points one of a unit is, for the units a share is written in. */
export const percentagePoints: Readonly<Record<string, number>> = {
  share: 100,
  ratio: 100,
  percent: 1,
  basisPoints: 0.01,
}

/** Test scores are kept in thousandths of full marks, and told out of a hundred. */
const ofFullMarks = 'thousandths'

/** The difference of two values as it is told: of shares in percentage points, of test scores in points of a hundred. */
export const differenceIn = (value: number, measuredIn: string): number =>
  measuredIn === ofFullMarks ? value / 10 : value * (percentagePoints[measuredIn] ?? 1)

/** The difference of two values, bare: its unit is told once, beside the value. */
const bareDifference = (value: number, measuredIn: string): Datum => ({
  decimal: differenceIn(value, measuredIn),
  digits: measuredIn === ofFullMarks || measuredIn in percentagePoints ? 1 : 2,
})

const differenceUnit = (measuredIn: string): WordKey => {
  if (measuredIn === ofFullMarks) return 'unit.pointsOfHundred'
  return percentagePoints[measuredIn] === undefined ? 'unit.other' : 'unit.percentagePoints'
}

/** The difference of two values a host measures: of shares, in percentage points. */
export const differenceDatum = (value: number, measuredIn: string): Datum => ({
  phrase: {
    words: differenceUnit(measuredIn),
    with: { value: bareDifference(value, measuredIn), unit: codeWord('term', measuredIn) },
  },
})

/** A gain of test scores, with what it lies between: 25.6 points of 100 (44.1 → 69.7). */
const gainDatum = (value: number, [before, after]: readonly [number, number]): Datum => ({
  phrase: {
    words: 'unit.gainOfHundred',
    with: {
      value: bareDifference(value, ofFullMarks),
      before: bareDifference(before, ofFullMarks),
      after: bareDifference(after, ofFullMarks),
    },
  },
})

const inItsForm = (value: number, figure: Measured, form: FigureForm, reading: Reading): string => {
  const { measuredIn, difference, between, outOf, asRating } = form
  if (asRating)
    return formatPhrase(
      { words: 'unit.outOf', with: { value: { decimal: 1 + 4 * value, digits: 1 }, most: 5 } },
      reading,
    )
  if (measuredIn !== undefined)
    return difference
      ? format(
          between === undefined ? differenceDatum(value, measuredIn) : gainDatum(value, between),
          reading,
        )
      : inHostUnit(value, measuredIn, reading)
  if (outOf === undefined) return inItsUnit(value, figure, reading)
  return formatPhrase(
    { words: 'unit.outOf', with: { value: { decimal: value, digits: 2 }, most: outOf } },
    reading,
  )
}

/** An end of an interval; the unit of a difference is told with the value. */
const inInterval = (value: number, figure: Measured, form: FigureForm, reading: Reading): string => {
  const { measuredIn, difference, outOf } = form
  if (measuredIn !== undefined && difference) return format(bareDifference(value, measuredIn), reading)
  return outOf === undefined ? inItsForm(value, figure, form, reading) : grouped(value, 2)
}

const inItsUnit = (
  value: number,
  { unit, currency }: Pick<Measured, 'unit' | 'currency'>,
  reading: Reading,
): string => {
  switch (unit) {
    case 'ratio':
      return percent(value)
    case 'percent':
      return `${grouped(value, 1)}%`
    case 'minorUnits':
      return inMajorUnits(value, currency ?? '', reading)
    case 'count':
    case 'people':
      return grouped(value, 0)
    case 'hours':
    case 'days':
    case 'months':
    case 'minutes':
    case 'classHours':
    case 'perHour':
    case 'perHundredPeople':
      return formatPhrase({ words: `unit.${unit}`, with: { value: { decimal: value, digits: 1 } } }, reading)
    case 'perSession':
      return formatPhrase(
        { words: 'unit.perSession', with: { value: { decimal: value * 100, digits: 1 } } },
        reading,
      )
    default:
      return grouped(value, 2)
  }
}

const formatFigure = (figure: MetricResult, form: FigureForm, reading: Reading): string => {
  if (figure.status === 'suppressed' && figure.because === 'protectsAnother')
    return ownWords('figure.protectsAnother', reading)
  if (figure.status === 'suppressed')
    return formatPhrase({ words: 'figure.suppressed', with: { k: figure.k } }, reading)
  if (figure.status === 'undefined' && isNothingRecorded(figure.reason))
    return ownWords('reason.NothingRecorded', reading)
  if (figure.status === 'undefined')
    return formatPhrase(
      { words: 'figure.undefined', with: { reason: { phrase: reasonPhrase(figure.reason) } } },
      reading,
    )
  const value = inItsForm(figure.value, figure, form, reading)
  const { interval, n } = figure
  if (form.withoutCount) return value
  const count = countDatum(n, form.counts)
  if (interval === undefined) return formatPhrase({ words: 'figure.n', with: { value, n: count } }, reading)
  return formatPhrase(
    {
      words: 'figure.interval',
      with: {
        value,
        n: count,
        confidence: percent(interval.confidence, 0),
        low: inInterval(interval.low, figure, form, reading),
        high: inInterval(interval.high, figure, form, reading),
      },
    },
    reading,
  )
}

/** People are counted bare; anything else says what it is. */
const countDatum = (n: number, counts: FigureForm['counts'] = 'people'): Datum =>
  counts === 'people'
    ? n
    : { phrase: { words: 'figure.counted', with: { n, what: codeWord('counted', counts) } } }

const isNothingRecorded = (reason: Reason): boolean =>
  reason.code === 'TooFewObservations' && reason.have === 0

/** Observations are counted; what is not whole is an expected count, and no observation. */
const reasonCode = (reason: Reason): Reason['code'] | 'ExpectedTooSmall' =>
  reason.code === 'TooFewObservations' && !Number.isInteger(reason.have) ? 'ExpectedTooSmall' : reason.code

const reasonPhrase = ({ code, ...data }: Reason): Phrase => ({
  words: `reason.${reasonCode({ code, ...data } as Reason)}`,
  with: Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      name === 'what' ? codeWord('quantity', String(value)) : plainDatum(value),
    ]),
  ),
})

/** A code, or several, in the words the catalog has for them under a prefix; a host's own stays as it is. */
export const codeDatum = (value: unknown, prefix: CodePrefix = 'term'): Datum => {
  if (typeof value === 'string') return codeWord(prefix, value)
  if (Array.isArray(value)) return { list: value.map((one) => codeDatum(one, prefix)) }
  if (value !== null && typeof value === 'object') return codeDatum(Object.values(value), prefix)
  return plainDatum(value)
}

/** A value out of a rejection, an issue or a reason, as it is: an id is never taken for a code. */
export const plainDatum = (value: unknown): Datum => {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return Number.isInteger(value) ? value : { decimal: value, digits: 2 }
  if (Array.isArray(value)) return { list: value.map(plainDatum) }
  if (typeof value === 'boolean') return { phrase: { words: value ? 'value.yes' : 'value.no' } }
  if (value !== null && typeof value === 'object' && 'minor' in value && 'currency' in value)
    return { money: value as { minor: number; currency: string } }
  if (value === null || value === undefined) return { phrase: { words: 'value.none' } }
  return { list: Object.values(value).map(plainDatum) }
}
