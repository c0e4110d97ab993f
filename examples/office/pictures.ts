/** Charts that Office has no form for, as pictures. */
import { Resvg } from '@resvg/resvg-js'
import type { SpelledChart } from 'training-ops/reports'
import { type Look, type Picture, pictureOf } from './look.ts'

/** Drawn three times as large, so that it is sharp in print; its size is that of the drawing, its fonts are the theme's. */
export const drawnChart = (chart: SpelledChart, { drawChart, fonts }: Look): Picture | undefined => {
  const drawn = drawChart?.(chart)
  if (drawn === undefined) return
  const { latin, eastAsian } = fonts.text
  const families = [latin, eastAsian, 'Liberation Sans', 'Noto Sans CJK SC', 'DejaVu Sans']
  const svg = drawn.replace(
    /font-family:[^;"]+/g,
    `font-family:${families.map((one) => `'${one}'`).join(', ')}`,
  )
  const image = new Resvg(svg, { fitTo: { mode: 'zoom', value: 3 }, background: '#ffffff' }).render()
  const { png } = pictureOf(new Uint8Array(image.asPng()))
  return { png, width: image.width / 3, height: image.height / 3 }
}

/** Whether Word and PowerPoint draw it themselves, from its figures: then it can be changed there. */
export const isNative = ({ form, series }: SpelledChart): boolean =>
  ['bars', 'stackedBars', 'lines', 'slope'].includes(form) &&
  series.every(({ points }) =>
    points.every(({ value, interval, aim }) => value !== null && !interval && !aim),
  )

/** How Excel, Word and PowerPoint write the values of an axis. */
export const axisFormat = ({ scale: { unit, min, max } }: SpelledChart): string => {
  if (unit === 'share') return max - min < 0.05 ? '0.0%' : '0%'
  return unit === 'number' && max - min < 4 ? '0.0' : '#,##0'
}
