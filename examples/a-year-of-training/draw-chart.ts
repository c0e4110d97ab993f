/** Draws a report's charts as SVG with Apache ECharts, without a browser: nothing of it is in the library. */
import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { SpelledChart } from 'training-ops/reports'

use([BarChart, CustomChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

const width = 760
const row = 22
const palette = ['#1f5f8b', '#d9822b', '#8a94a0', '#8a5a9e', '#5a8f5a', '#b0413e']
const font =
  'system-ui, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'

/** How wide a label of 13 px is, as no canvas measures it here: a Chinese character is a square, a Latin one half of one. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 13 : 7.4), 0)

const longestLabel = 230

type Point = SpelledChart['series'][number]['points'][number]

/** A whisker from the low to the high end of an interval, across the bar, and behind it what the point says. */
const whiskers = (points: readonly Point[]) => ({
  type: 'custom',
  z: 5,
  silent: true,
  itemStyle: { color: '#1d2733' },
  data: points.flatMap(({ interval }, at) =>
    interval === undefined ? [] : [[interval.low, interval.high, at]],
  ),
  renderItem: (_: unknown, api: Whisker) => {
    const [low, y] = api.coord([api.value(0), api.value(2)]) as [number, number]
    const [high] = api.coord([api.value(1), api.value(2)]) as [number, number]
    const line = (x1: number, y1: number, x2: number, y2: number) => ({
      type: 'line',
      shape: { x1, y1, x2, y2 },
      style: { stroke: '#1d2733', lineWidth: 1.2 },
    })
    const text = points[api.value(2)]?.label ?? ''
    return {
      type: 'group',
      children: [
        line(low, y, high, y),
        line(low, y - 4, low, y + 4),
        line(high, y - 4, high, y + 4),
        {
          type: 'text',
          x: high + 8,
          y,
          style: { text, fill: '#333', verticalAlign: 'middle', fontSize: 12, fontFamily: font },
        },
      ],
    }
  },
})

type Whisker = {
  readonly value: (dimension: number) => number
  readonly coord: (point: readonly [number, number]) => readonly number[]
}

/** A point without an answer has no bar: what stands in its place says why. */
const dataOf = ({ value, label, interval }: Point, isBar: boolean) => ({
  value: value ?? (isBar ? 0 : null),
  label: { show: interval === undefined, formatter: label, fontStyle: value === null ? 'italic' : 'normal' },
})

/** A part of a stack: what it says is left out where the part is too narrow for it. */
const partOf = (point: Point, pixelsPerUnit: number) => ({
  value: point.value ?? 0,
  label: {
    show: (point.value ?? 0) * pixelsPerUnit > widthOf(point.label) + 6,
    formatter: point.label,
    color: '#fff',
  },
})

/** The longest stack there is. */
const longestStack = (series: SpelledChart['series'], categories: number): number =>
  Math.max(
    ...Array.from({ length: categories }, (_, at) =>
      series.reduce((sum, { points }) => sum + (points[at]?.value ?? 0), 0),
    ),
  )

export const drawChart = ({ form, categories, series }: SpelledChart): string => {
  const isBar = form !== 'lines'
  const isStack = form === 'stackedBars'
  const bars = isStack ? 1 : series.length
  const top = series.length > 1 ? 34 : 6
  const rows = categories.map((name) =>
    Math.max(row * bars + 8, Math.ceil(widthOf(name) / longestLabel) * 17 + 6),
  )
  const height = isBar ? top + 12 + categories.length * Math.max(...rows) : 320
  const left = Math.min(longestLabel, Math.max(...categories.map(widthOf))) + 14
  const ends = series.flatMap(({ points }) =>
    points.flatMap(({ value, interval }) => (interval === undefined ? [] : [interval.high, value ?? 0])),
  )
  const beside = series.flatMap(({ points }) =>
    points.map(({ value, label }) => (value === null ? 0 : widthOf(label))),
  )
  const right = isStack ? 12 : Math.max(...beside) + (ends.length === 0 ? 16 : 28)
  const pixelsPerUnit = (width - left - right) / (longestStack(series, categories.length) || 1)
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  const names = {
    type: 'category',
    data: [...categories],
    axisLabel: { width: longestLabel, overflow: 'break', interval: 0 },
  }
  const numbers = {
    type: 'value',
    axisLabel: { show: false },
    ...(isStack ? { max: longestStack(series, categories.length) } : {}),
    ...(ends.length === 0 ? {} : { max: Math.max(...ends) }),
    splitLine: { lineStyle: { color: '#e6eaee' } },
  }
  chart.setOption({
    animation: false,
    color: palette,
    textStyle: { fontFamily: font, fontSize: 13 },
    grid: isBar ? { left, right, top, bottom: 6 } : { left: 16, right: 16, top: top + 16, bottom: 28 },
    ...(series.length > 1 ? { legend: { top: 0, itemGap: 28, data: series.map(({ name }) => name) } } : {}),
    xAxis: isBar ? numbers : names,
    yAxis: isBar ? { ...names, inverse: true } : numbers,
    series: series.flatMap(({ name, points }) => [
      {
        name,
        type: isBar ? 'bar' : 'line',
        ...(isStack ? { stack: 'whole' } : {}),
        barMaxWidth: row - 6,
        // so that the lower end of a whisker is seen across its bar
        ...(ends.length === 0 ? {} : { itemStyle: { color: '#9dbfd8' } }),
        connectNulls: false,
        label: { position: isStack ? 'inside' : isBar ? 'right' : 'top' },
        data: points.map((point) => (isStack ? partOf(point, pixelsPerUnit) : dataOf(point, isBar))),
      },
      ...(form === 'bars' && series.length === 1 ? [whiskers(points)] : []),
    ]),
  } as Parameters<typeof chart.setOption>[0])
  const drawn = chart.renderToSVGString()
  chart.dispose()
  return drawn
}
