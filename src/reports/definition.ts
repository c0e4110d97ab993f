import type { MetricResult } from '../metrics/index.ts'
import { codeWord, type Datum, phrase } from './document.ts'

/** A figure, and what it is of. */
export type NamedFigure = {
  /** Its id in the metric catalog, or a host's own. */
  readonly metric: string
  readonly of?: Readonly<Record<string, string | number | boolean>>
  readonly options?: Readonly<Record<string, string | number | boolean>>
  readonly result: MetricResult
}

/** The name of a metric in the reader's language. */
export const metricName = (metric: string): Datum => codeWord('metric', metric)

/** The definition of the metric. */
const sentence = ({ metric, of = {}, options = {}, result }: NamedFigure): Datum => {
  if (result.status !== 'ok') return ''
  const { min, max } = of
  return {
    ...codeWord('definition', metric),
    otherwise: '',
    with: {
      boxes: Number(result.variant?.boxes ?? 2),
      steps:
        typeof min === 'number' && typeof max === 'number' ? max - min + 1 : { phrase: phrase('value.none') },
      from: { share: Number(options.adoptedFrom ?? 0) / 1000 },
      n: result.n,
    },
  }
}

/** An option in the words of the language, of this metric or of any; none where its words are empty, for the definition says it. */
const optionDatum = (metric: string, option: string, value: string | number | boolean): Datum => {
  const shown: Datum =
    typeof value === 'number'
      ? { decimal: value, digits: Number.isInteger(value) ? 0 : 2 }
      : codeWord(`variantValue.${option}`, String(value))
  const ofAny: Datum = {
    ...codeWord('variant', option),
    with: { value: shown },
    otherwise: { phrase: phrase('evaluation.option', { option, value: shown }) },
  }
  return { ...codeWord('variant', `${metric}.${option}`), with: { value: shown }, otherwise: ofAny }
}

/** The definition of a figure, and the named options it was computed with. */
export const definition = (figure: NamedFigure): Datum => {
  const { metric, result } = figure
  if (result.status !== 'ok') return { phrase: phrase('value.none') }
  const options = Object.entries(result.variant ?? {}).map(([option, value]) =>
    optionDatum(metric, option, value),
  )
  return { list: [sentence(figure), ...options], between: 'clause' }
}
