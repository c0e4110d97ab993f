/**
 * Draws a report's charts as SVG with Apache ECharts, without a browser: nothing of it is in the library. The colours are
 * those of Okabe and Ito, which people who see few colours tell apart; no chart is told by colour alone.
 */
import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { SpelledChart } from 'training-ops/reports'

use([BarChart, CustomChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

const width = 760
const row = 24
const palette = ['#0072b2', '#e69f00', '#8a94a0', '#cc79a7', '#009e73', '#d55e00']
const [blue, orange] = ['#0072b2', '#d55e00']
const ink = '#1d2733'
const font = "system-ui, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
const longestLabel = 230

/** How wide a label of 13 px is, as no canvas measures it here: a Chinese character is a square, a Latin one half of one. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 13 : 7.4), 0)

type Point = SpelledChart['series'][number]['points'][number]
type Api = {
  readonly value: (dimension: number) => number
  readonly coord: (point: readonly [number, number]) => readonly [number, number]
}

const line = (x1: number, y1: number, x2: number, y2: number, stroke = ink, dash?: number[]) => ({
  type: 'line',
  shape: { x1, y1, x2, y2 },
  style: { stroke, lineWidth: 1.4, ...(dash === undefined ? {} : { lineDash: dash }) },
})
const textAt = (text: string, x: number, y: number, more: object = {}) => ({
  type: 'text',
  x,
  y,
  style: { text, fill: ink, verticalAlign: 'middle', fontSize: 12, fontFamily: font, ...more },
})

/** A dot with its interval, a diamond where it was to be, and what it says; a bar from somewhere to somewhere. */
const drawPoint = (chart: SpelledChart, points: readonly Point[]) => (_: unknown, api: Api) => {
  const at = api.value(0)
  const point = points[at]
  if (point === undefined) return { type: 'group', children: [] }
  const { value, label, interval, aim, from } = point
  const [start, y] = api.coord([chart.scale.min, at])
  if (value === null)
    return {
      type: 'group',
      children: [textAt(label, start + 6, y, { fontStyle: 'italic', fill: '#55616d' })],
    }
  const [x] = api.coord([value, at])
  const ends = interval && [api.coord([interval.low, at])[0], api.coord([interval.high, at])[0]]
  const aimed = aim && api.coord([aim.value, at])[0]
  const isBar = chart.form === 'gantt' || chart.form === 'waterfall'
  const begin = from === undefined ? start : api.coord([from, at])[0]
  const right = Math.max(x, begin, ends?.[1] ?? 0, aimed ?? 0)
  return {
    type: 'group',
    children: [
      ...(isBar
        ? [
            {
              type: 'rect',
              shape: { x: Math.min(x, begin), y: y - 8, width: Math.max(2, Math.abs(x - begin)), height: 16 },
              style: {
                fill: chart.form === 'waterfall' && from !== undefined && value < from ? orange : blue,
              },
            },
          ]
        : [
            ...(ends === undefined
              ? []
              : [
                  line(ends[0] as number, y, ends[1] as number, y),
                  line(ends[0] as number, y - 5, ends[0] as number, y + 5),
                  line(ends[1] as number, y - 5, ends[1] as number, y + 5),
                ]),
            { type: 'circle', shape: { cx: x, cy: y, r: 5 }, style: { fill: blue } },
          ]),
      ...(aimed === undefined
        ? []
        : [
            {
              type: 'polygon',
              shape: {
                points: [
                  [aimed, y - 7],
                  [aimed + 6, y],
                  [aimed, y + 7],
                  [aimed - 6, y],
                ],
              },
              style: { fill: '#ffffff', stroke: orange, lineWidth: 1.8 },
            },
          ]),
      textAt(aim === undefined ? label : `${label} ◇ ${aim.label}`, right + 10, y),
    ],
  }
}

/** A target, a threshold or a baseline, across the whole chart. */
const drawMarks =
  ({ marks }: SpelledChart, top: number, bottom: number) =>
  (_: unknown, api: Api) => ({
    type: 'group',
    children: marks.flatMap(({ value, label, kind }) => {
      const [x] = api.coord([value, 0])
      const dash = kind === 'baseline' ? [2, 3] : [6, 4]
      return [line(x, top, x, bottom, orange, dash), textAt(label, x + 4, top + 6, { fill: '#a34700' })]
    }),
  })

const isDark = (hex: string): boolean =>
  [1, 3, 5].reduce(
    (sum, at, part) => sum + Number.parseInt(hex.slice(at, at + 2), 16) * ([0.3, 0.59, 0.11][part] ?? 0),
    0,
  ) < 140

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (one) => ({ '&': '&amp;', '<': '&lt;' })[one] ?? '&gt;')

export const drawChart = (chart: SpelledChart): string => {
  const { form, categories, series, scale, marks, title } = chart
  const { ticks } = scale
  const isAcross = form !== 'lines' && form !== 'slope'
  const isCustom = form === 'dots' || form === 'gantt' || form === 'waterfall'
  const bars = form === 'bars' ? series.length : 1
  const top = (series.length > 1 ? 34 : 6) + (marks.length > 0 ? 16 : 0)
  const rows = categories.map((name) =>
    Math.max(row * bars + 8, Math.ceil(widthOf(name) / longestLabel) * 17 + 6),
  )
  const bottom = 26
  const height = isAcross ? top + bottom + categories.length * Math.max(row, ...rows) : 320
  const left = Math.min(longestLabel, Math.max(40, ...categories.map(widthOf))) + 14
  const labels = series.flatMap(({ points }) =>
    points.map(({ value, label, aim }) =>
      value === null && !isCustom ? 0 : widthOf(label) + (aim === undefined ? 0 : widthOf(aim.label) + 24),
    ),
  )
  const right = form === 'stackedBars' ? 24 : Math.min(280, Math.max(24, ...labels) + 20)
  const pixelsPerUnit = (width - left - right) / (scale.max - scale.min || 1)
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height })
  const labelOf = (value: number): string =>
    ticks.find((tick) => Math.abs(tick.value - value) < 1e-9 * Math.max(1, Math.abs(value)))?.label ?? ''
  const names = {
    type: 'category',
    data: [...categories],
    axisTick: { show: false },
    axisLabel: { width: longestLabel, overflow: 'break', interval: 0, color: ink },
  }
  const values = {
    type: 'value',
    min: scale.min,
    max: scale.max,
    ...(form === 'gantt' || ticks.length < 2
      ? {}
      : { interval: (ticks[1]?.value ?? 1) - (ticks[0]?.value ?? 0) }),
    axisLine: { show: false },
    axisLabel: {
      color: '#55616d',
      hideOverlap: true,
      formatter: labelOf,
      ...(form === 'gantt' ? { customValues: ticks.map(({ value }) => value), fontSize: 10.5 } : {}),
    },
    axisTick: { show: false, ...(form === 'gantt' ? { customValues: ticks.map(({ value }) => value) } : {}) },
    splitLine: { lineStyle: { color: '#e1e6eb' } },
  }
  const seriesOf = ({ name, points }: SpelledChart['series'][number], at: number) => {
    const colour = palette[at % palette.length] as string
    if (isCustom)
      return {
        name,
        type: 'custom',
        clip: false,
        data: points.map((_, index) => [index]),
        encode: { y: 0 },
        renderItem: drawPoint(chart, points),
      }
    return {
      name,
      type: isAcross ? 'bar' : 'line',
      ...(form === 'stackedBars' ? { stack: 'whole' } : {}),
      barMaxWidth: row - 6,
      connectNulls: false,
      symbol: ['circle', 'rect', 'triangle', 'diamond'][at % 4],
      symbolSize: 8,
      label: { position: form === 'stackedBars' ? 'inside' : isAcross ? 'right' : 'top', color: ink },
      data: points.map(({ value, label }) => ({
        value: value ?? (isAcross ? 0 : null),
        label: {
          show: form !== 'stackedBars' || (value ?? 0) * pixelsPerUnit > widthOf(label) + 6,
          formatter: label,
          fontStyle: value === null ? 'italic' : 'normal',
          ...(form === 'stackedBars' ? { color: isDark(colour) ? '#ffffff' : ink } : {}),
        },
      })),
    }
  }
  drawing.setOption({
    animation: false,
    color: palette,
    textStyle: { fontFamily: font, fontSize: 13 },
    grid: isAcross ? { left, right, top, bottom } : { left: 64, right: 40, top: top + 16, bottom: 28 },
    ...(series.length > 1 && !isCustom
      ? { legend: { top: 0, itemGap: 28, data: series.map(({ name }) => name), textStyle: { color: ink } } }
      : {}),
    xAxis: isAcross ? values : names,
    yAxis: isAcross ? { ...names, inverse: true } : values,
    series: [
      ...series.map(seriesOf),
      ...(marks.length === 0 || !isAcross
        ? []
        : [
            {
              type: 'custom',
              silent: true,
              clip: false,
              data: [[0]],
              encode: { y: 0 },
              renderItem: drawMarks(chart, top - 16, height - bottom),
            },
          ]),
    ],
  } as Parameters<typeof drawing.setOption>[0])
  const drawn = drawing.renderToSVGString()
  drawing.dispose()
  return drawn.replace(/^<svg[^>]*>/, (start) => `${start}<title>${escaped(title)}</title>`)
}
