import type { Measured, MetricResult, Note } from '../../../src/metrics/index.ts'

/** The figure of a result that must have one. */
export const figure = (result: MetricResult | undefined): Measured => {
  if (result?.status !== 'ok') throw new Error(`no figure: ${JSON.stringify(result)}`)
  return result
}

/** The note a figure must carry; its data are numbers here. */
export const noteOf = (result: Measured, code: string): Readonly<Record<string, number>> => {
  const note: Note | undefined = result.notes?.find((each) => each.code === code)
  if (note === undefined) throw new Error(`no note ${code} in ${JSON.stringify(result.notes)}`)
  return note as unknown as Readonly<Record<string, number>>
}
