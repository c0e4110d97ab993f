/** A report as a PowerPoint presentation (.pptx): the answer, then the evidence. The appendix stays in the other files. */
import PptxGenJS from 'pptxgenjs'
import {
  plainText,
  type SpelledBlock,
  type SpelledCell,
  type SpelledChart,
  type SpelledDocument,
  type SpelledText,
} from 'training-ops/reports'
import { linesOf, sharesOf } from './columns.ts'
import { fontIn, type Look, lookOf, type OfficeOptions, seriesColours, shaded } from './look.ts'
import { axisFormat, drawnChart, isNative } from './pictures.ts'

/** pptxgenjs is CommonJS: some loaders hand over the module, others its default. */
const Presentation = ((PptxGenJS as unknown as { default?: typeof PptxGenJS }).default ??
  PptxGenJS) as typeof PptxGenJS
type Slide = ReturnType<InstanceType<typeof PptxGenJS>['addSlide']>

/** Inches: a slide of 16 to 9, and what is left of it for the text. */
const page = { width: 13.33, height: 7.5 }
const body = { x: 0.6, y: 1.35, w: page.width - 1.2, h: page.height - 1.35 - 0.65 }
/** So many digits of a size in points stand on an inch, so high is a line. */
const digitsPerInch = (points: number): number => 132 / points
const lineHeight = (points: number): number => (points * 1.22) / 72

export const slidesOf = async (
  document: SpelledDocument,
  options: OfficeOptions = {},
): Promise<Uint8Array> => {
  const look = lookOf(document, options)
  const { colours, fonts } = look
  const show = new Presentation()
  show.layout = 'LAYOUT_WIDE'
  show.title = plainText(document.title)
  show.author = look.header === '' ? 'training-ops' : look.header
  show.rtlMode = look.direction === 'rtl'
  show.theme = { headFontFace: fontIn(look, fonts.headings), bodyFontFace: fontIn(look, fonts.text) }
  const quiet = { fontSize: 10, color: colours.quiet, fontFace: fontIn(look, fonts.text) }
  show.defineSlideMaster({
    title: 'REPORT',
    background: { color: colours.page },
    objects: [
      { rect: { x: 0, y: 0, w: page.width, h: 0.12, fill: { color: colours.accent } } },
      ...(look.logo === undefined
        ? []
        : [
            {
              image: {
                x: page.width - 1.6,
                y: 0.25,
                h: 0.35,
                w: (0.35 * look.logo.width) / look.logo.height,
                data: `image/png;base64,${Buffer.from(look.logo.png).toString('base64')}`,
              },
            },
          ]),
      {
        text: {
          text: [look.header, look.footer].filter((text) => text !== '').join('  ·  '),
          options: { x: body.x, y: page.height - 0.5, w: 10, h: 0.3, margin: 0, ...quiet },
        },
      },
    ],
    ...(look.pageNumbers
      ? {
          slideNumber: {
            x: page.width - 1.2,
            y: page.height - 0.5,
            w: 0.6,
            h: 0.3,
            align: 'right',
            ...quiet,
          },
        }
      : {}),
  })
  const writer = writerOf(show, look)
  for (const { heading = document.title, blocks, part } of document.sections)
    if (part !== 'appendix') writer.section(heading, blocks)
  return (await show.write({ outputType: 'uint8array' })) as Uint8Array
}

const writerOf = (show: InstanceType<typeof PptxGenJS>, look: Look) => {
  const { colours, fonts, document, direction } = look
  const fontFace = fontIn(look, fonts.text)
  const say = { lang: document.lang, fontFace, margin: 0, rtlMode: direction === 'rtl' } as const
  const start = direction === 'rtl' ? 'right' : 'left'
  let slide: Slide
  let title: SpelledText = []
  let y: number = body.y

  const runs = (text: SpelledText) =>
    text.map(({ text, figure }) => ({
      text,
      options: {
        rtlMode: direction === 'rtl',
        ...(figure === undefined || figure === 'ok' ? {} : { italic: true, color: colours.quiet }),
      },
    }))
  /** Each slide has its title; what goes on says so. */
  const turn = (): void => {
    slide = show.addSlide({ masterName: 'REPORT' })
    slide.addText(runs(title) as never, {
      x: body.x,
      y: 0.35,
      w: page.width - 2.4,
      h: 0.8,
      fontSize: plainText(title).length > 60 ? 20 : 24,
      bold: true,
      color: colours.ink,
      valign: 'middle',
      align: start,
      ...say,
      fontFace: fontIn(look, fonts.headings),
    })
    y = body.y
  }
  const left = (): number => body.y + body.h - y
  /** Room for so many inches: on this slide, or on the next. */
  const room = (height: number): void => {
    if (height > left() && y > body.y) turn()
  }
  const write = (text: SpelledText, size: number, more: object = {}): void => {
    const height = linesOf(plainText(text), body.w * digitsPerInch(size)) * lineHeight(size) + 0.08
    room(height)
    slide.addText(runs(text) as never, {
      x: body.x,
      y,
      w: body.w,
      h: height,
      fontSize: size,
      color: colours.ink,
      valign: 'top',
      align: start,
      ...say,
      ...more,
    })
    y += height + 0.06
  }

  const paragraph = ({ role, text }: Extract<SpelledBlock, { kind: 'paragraph' }>): void => {
    if (role === 'headline') write(text, 22, { bold: true })
    else if (role === 'verdict') write(text, 18, { bold: true, color: colours.accent })
    else write(text, 14, role === undefined ? {} : { bold: true })
  }

  const block = (one: SpelledBlock, next?: SpelledBlock): void => {
    switch (one.kind) {
      case 'paragraph':
        // what announces a table stands on its slide
        if (next?.kind === 'table' || next?.kind === 'bullets') room(1.6)
        paragraph(one)
        break
      case 'bullets':
        for (const item of one.items) write([{ text: '•  ' }, ...item], 13)
        break
      case 'facts':
        table({
          heads: undefined,
          rows: one.facts.map(({ name, value }) => [{ text: name }, value]),
          shares: [0.3, 0.7],
          ends: [false, false],
        })
        break
      case 'chart':
        chart(one)
        break
      case 'table':
        if (one.role === 'targets') write([{ text: one.caption }], 14, { bold: true })
        table({
          heads: one.columns.map(({ head }) => head),
          rows: one.rows,
          shares: sharesOf(one, body.w * digitsPerInch(size)),
          ends: one.columns.map(({ align }) => align === 'end'),
        })
        if (one.legend !== undefined)
          write([{ text: `${one.legend.light} → ${one.legend.dark}` }], 10, { color: colours.quiet })
    }
  }

  type Rows = {
    readonly heads: readonly SpelledText[] | undefined
    readonly rows: readonly (readonly SpelledCell[])[]
    readonly shares: readonly number[]
    readonly ends: readonly boolean[]
  }
  const size = 11
  /** A table goes on from slide to slide under its own heads. */
  const table = ({ heads, rows, shares, ends }: Rows): void => {
    const tall = (cells: readonly SpelledText[]): number =>
      Math.max(
        1,
        ...cells.map((text, at) =>
          linesOf(plainText(text), (shares[at] ?? 0.1) * body.w * digitsPerInch(size) - 2),
        ),
      ) *
        lineHeight(size) +
      0.09
    const cell = (one: SpelledCell, at: number, more: object = {}) => ({
      text: runs(one.text) as never,
      options: {
        align: ends[at] ? ('right' as const) : (start as 'left' | 'right'),
        valign: 'top' as const,
        fontSize: size,
        color: colours.ink,
        border: [
          { type: 'none' as const },
          { type: 'none' as const },
          { type: 'solid' as const, pt: 0.5, color: colours.rule },
          { type: 'none' as const },
        ] as never,
        ...(one.shade === undefined ? {} : { fill: { color: shaded(one.shade, colours) } }),
        lang: document.lang,
        fontFace,
        ...more,
      },
    })
    const head = heads?.map((text, at) => cell({ text }, at, { bold: true, fill: { color: colours.shade } }))
    const headHeight = heads === undefined ? 0 : tall(heads)
    let rest = rows
    do {
      room(headHeight + tall((rest[0] ?? []).map(({ text }) => text)))
      let height = headHeight
      let taken = 0
      while (taken < rest.length) {
        const own = tall((rest[taken] ?? []).map(({ text }) => text))
        if (height + own > left() && taken > 0) break
        height += own
        taken++
      }
      const shown = rest.slice(0, taken)
      slide.addTable(
        [
          ...(head === undefined ? [] : [head]),
          ...shown.map((cells) => cells.map((one, at) => cell(one, at))),
        ],
        {
          x: body.x,
          y,
          w: body.w,
          colW: shares.map((share) => share * body.w),
          margin: [0.04, 0.06, 0.04, 0.06],
        },
      )
      y += height + 0.2
      rest = rest.slice(taken)
      if (rest.length > 0) turn()
    } while (rest.length > 0)
  }

  /** On a slide of its own, under its finding: drawn by PowerPoint where it has the form. */
  const chart = (one: SpelledChart): void => {
    const before = title
    title = [{ text: one.title }]
    turn()
    slide.addText(runs(before) as never, {
      x: body.x,
      y: 0.22,
      w: page.width - 2.4,
      h: 0.25,
      fontSize: 11,
      color: colours.quiet,
      align: start,
      ...say,
    })
    const altText = `${one.title}: ${one.table.rows.map((cells) => cells.join(' ')).join('; ')}`
    const drawn = isNative(one) ? undefined : drawnChart(one, look)
    if (isNative(one)) native(one, altText)
    else if (drawn !== undefined) {
      const scale = Math.min(body.w / drawn.width, body.h / drawn.height)
      const [w, h] = [drawn.width * scale, drawn.height * scale]
      slide.addImage({
        data: `image/png;base64,${Buffer.from(drawn.png).toString('base64')}`,
        x: body.x + (body.w - w) / 2,
        y: body.y,
        w,
        h,
        altText,
      })
    } else
      table({
        heads: [[], ...one.table.heads.map((text) => [{ text }])],
        rows: one.table.rows.map((cells) => cells.map((text) => ({ text: [{ text }] }))),
        shares: [0.4, ...one.table.heads.map(() => 0.6 / one.table.heads.length)],
        ends: [false, ...one.table.heads.map(() => true)],
      })
    title = before
  }

  const native = (one: SpelledChart, altText: string): void => {
    const { form, categories, series, scale } = one
    const isLine = form === 'lines' || form === 'slope'
    const data = series.map(({ name, points }) => ({
      name,
      labels: [...categories],
      values: points.map(({ value }) => value as number),
    }))
    const text = { fontFace, fontSize: 11 }
    const rows = categories.length * (form === 'bars' ? series.length : 1)
    slide.addChart(isLine ? show.ChartType.line : show.ChartType.bar, data, {
      x: body.x,
      y: body.y,
      w: body.w,
      h: isLine ? body.h : Math.min(body.h, 1 + rows * 0.4),
      altText,
      lang: document.lang,
      chartColors:
        series.length > 1 ? seriesColours.slice(0, Math.max(series.length, 1)) : seriesColours.slice(0, 1),
      showLegend: series.length > 1,
      legendPos: 't',
      legendFontFace: fontFace,
      legendFontSize: 12,
      legendColor: colours.ink,
      showValue: true,
      dataLabelFormatCode: labelFormat(one),
      dataLabelFontFace: fontFace,
      dataLabelFontSize: 10,
      dataLabelColor: form === 'stackedBars' ? 'ffffff' : colours.ink,
      ...(isLine ? { dataLabelPosition: 't' as const } : { barGapWidthPct: 40 }),
      catAxisLabelFontFace: fontFace,
      catAxisLabelFontSize: text.fontSize,
      catAxisLabelColor: colours.ink,
      valAxisLabelFontFace: fontFace,
      valAxisLabelFontSize: 10,
      valAxisLabelColor: colours.quiet,
      valAxisLabelFormatCode: axisFormat(one),
      valAxisMinVal: scale.min,
      valAxisMaxVal: scale.max,
      valGridLine: { color: colours.rule, size: 0.5 },
      catGridLine: { style: 'none' },
      ...(isLine
        ? { lineDataSymbolSize: 8, lineSize: 2 }
        : {
            barDir: 'bar' as const,
            barGrouping: form === 'stackedBars' ? 'stacked' : 'clustered',
            // the first category is the topmost, and the values stay below; the types know neither
            catAxisOrientation: 'maxMin' as 'minMax',
            catAxisCrossesAt: 'max' as 'autoZero',
          }),
    })
  }

  /** Text and tables first, then its charts, each on a slide of its own. */
  const section = (heading: SpelledText, blocks: readonly SpelledBlock[]): void => {
    title = heading
    const told = blocks.filter(({ kind }) => kind !== 'chart')
    if (told.length > 0) turn()
    told.forEach((one, at) => {
      block(one, told[at + 1])
    })
    for (const one of blocks) if (one.kind === 'chart') chart(one)
  }

  return { section }
}

/** A figure's decimals beside its bar: those of the axis, and one more for shares. */
const labelFormat = (chart: SpelledChart): string => {
  const { unit } = chart.scale
  if (unit === 'share') return '0.0%'
  return unit === 'number' ? '#,##0.0' : '#,##0'
}
