/** Draws a report's charts as SVG with Apache ECharts, without a browser: nothing of it is in the library. */
import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { SpelledChart } from 'training-ops/reports'

use([BarChart, CustomChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

const width = 760
const row = 30
const palette = ['#1f5f8b', '#d9822b', '#5a8f5a', '#8a5a9e', '#b0413e', '#5b6875']
const font =
  'system-ui, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'

type Point = SpelledChart['series'][number]['points'][number]

/** A whisker from the low to the high end of an interval, across the bar, and behind it what the point says. */
const whiskers = (points: readonly Point[]) => ({
  type: 'custom',
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
    const text = points[api.value(2)]?.told ?? ''
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
          style: { text, fill: '#333', verticalAlign: 'middle', font: `13px ${font}` },
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
const dataOf = ({ value, told, interval }: Point, isBar: boolean) => ({
  value: value ?? (isBar ? 0 : null),
  label: { show: interval === undefined, formatter: told, fontStyle: value === null ? 'italic' : 'normal' },
})

export const drawChart = ({ form, categories, series }: SpelledChart): string => {
  const isBar = form !== 'lines'
  const bars = form === 'stackedBars' ? 1 : series.length
  const height = isBar ? 70 + categories.length * (row * bars + 8) : 320
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  const names = { type: 'category', data: [...categories], axisLabel: { width: 220, overflow: 'break' } }
  const numbers = {
    type: 'value',
    axisLabel: { show: false },
    splitLine: { lineStyle: { color: '#e6eaee' } },
  }
  chart.setOption({
    animation: false,
    color: palette,
    textStyle: { fontFamily: font, fontSize: 13 },
    grid: { left: 8, right: 110, top: series.length > 1 ? 36 : 8, bottom: 8, containLabel: true },
    ...(series.length > 1 ? { legend: { top: 0, data: series.map(({ name }) => name) } } : {}),
    xAxis: isBar ? numbers : names,
    yAxis: isBar ? { ...names, inverse: true } : numbers,
    series: series.flatMap(({ name, points }) => [
      {
        name,
        type: isBar ? 'bar' : 'line',
        ...(form === 'stackedBars' ? { stack: 'whole' } : {}),
        barMaxWidth: row - 8,
        connectNulls: false,
        label: { position: form === 'stackedBars' ? 'inside' : isBar ? 'right' : 'top' },
        data: points.map((point) => dataOf(point, isBar)),
      },
      ...(form === 'bars' && series.length === 1 ? [whiskers(points)] : []),
    ]),
  } as Parameters<typeof chart.setOption>[0])
  const drawn = chart.renderToSVGString()
  chart.dispose()
  return drawn
}
