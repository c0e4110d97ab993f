import { metricCatalog } from '../metrics/index.ts'
import type { NamedFigure } from './definition.ts'

/** The id of the metric that a calculator computes; of what is no calculator of the library, itself. */
export const metricIdOf = (calculator: string): string =>
  metricCatalog.find((entry) => entry.calculator === calculator)?.id ?? calculator

/** Figures by the name of their calculator, named by metric. */
export const byMetric = (figures: Readonly<Record<string, NamedFigure['result']>>): readonly NamedFigure[] =>
  Object.entries(figures).map(([name, result]) => ({ metric: metricIdOf(name), result }))

const readings: Readonly<Record<string, string>> = { bias: 'M65', kappa: 'M65b', reliability: 'M66' }

/** A figure of a study, named by metric. */
export const studyFigure = <Figure extends { readonly calculator: string } & Omit<NamedFigure, 'metric'>>(
  figure: Figure,
): Figure & NamedFigure => {
  const { calculator, of } = figure
  if (calculator === 'postedCosts') return { ...figure, metric: 'M80b' }
  if (calculator === 'meanGain') return { ...figure, metric: 'M40', of: { ...of, measuredIn: 'thousandths' } }
  const { reading, ...rest } = of ?? {}
  const metric = readings[String(reading)] ?? metricIdOf(calculator)
  return { ...figure, metric, of: rest }
}
