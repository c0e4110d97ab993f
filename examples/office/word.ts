/** A report as a Word document (.docx). */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { ChartRun } from 'docx/charts'
import {
  plainText,
  type SpelledBlock,
  type SpelledCell,
  type SpelledChart,
  type SpelledDocument,
  type SpelledText,
} from 'training-ops/reports'
import { type Table as SpelledTable, sharesOf } from './columns.ts'
import { fontIn, type Look, lookOf, type OfficeOptions, seriesColours, shaded } from './look.ts'
import { axisFormat, drawnChart, isNative } from './pictures.ts'

/** A4 upright with margins of 18 and 16 mm, in twentieths of a point; and its width in pixels. */
const page = { width: 11_906, height: 16_838, top: 1021, side: 907 }
const textWidth = page.width - 2 * page.side
const pixels = Math.floor((textWidth / 1440) * 96)
/** So many digits of 8 points stand beside each other. */
const digits = 113

type Block = Paragraph | Table

export const wordOf = async (document: SpelledDocument, options: OfficeOptions = {}): Promise<Uint8Array> => {
  const look = lookOf(document, options)
  const { fonts, colours, direction } = look
  const font = ({ latin, eastAsian }: Look['fonts']['text']) => ({
    ascii: latin,
    hAnsi: latin,
    cs: latin,
    eastAsia: eastAsian,
  })
  const heading = (size: number, before: number) => ({
    run: { font: font(fonts.headings), size, bold: true, color: colours.accent },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  })
  const file = new Document({
    title: plainText(document.title),
    creator: look.header === '' ? 'training-ops' : look.header,
    description: headlineOf(document),
    styles: {
      default: {
        document: {
          run: {
            font: font(fonts.text),
            size: 20,
            color: colours.ink,
            language: { value: document.lang, eastAsia: document.lang, bidirectional: document.lang },
          },
          paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } },
        },
        title: {
          run: { font: font(fonts.headings), size: 36, bold: true, color: colours.ink },
          paragraph: { spacing: { after: 200 } },
        },
        heading1: heading(26, 320),
      },
    },
    numbering: {
      config: [
        {
          reference: 'bullets',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              style: { paragraph: { indent: { left: 360, hanging: 240 }, spacing: { after: 60 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.top, bottom: page.top, left: page.side, right: page.side },
          },
        },
        headers: { default: new Header({ children: [headerOf(look)] }) },
        footers: { default: new Footer({ children: [footerOf(look)] }) },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            bidirectional: direction === 'rtl',
            border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: colours.accent, space: 6 } },
            children: runsOf(document.title, look),
          }),
          ...document.sections.flatMap(({ heading, blocks }) => [
            ...(heading === undefined
              ? []
              : [
                  new Paragraph({
                    heading: HeadingLevel.HEADING_1,
                    bidirectional: direction === 'rtl',
                    children: runsOf(heading, look),
                  }),
                ]),
            ...blocks.flatMap((block, at) => writeBlock(block, blocks[at + 1], look)),
          ]),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

const headlineOf = ({ sections }: SpelledDocument): string => {
  const headline = sections[0]?.blocks.find((block) => 'role' in block && block.role === 'headline')
  return headline?.kind === 'paragraph' ? plainText(headline.text) : ''
}

const headerOf = ({ header, logo, colours }: Look): Paragraph =>
  new Paragraph({
    children: [
      ...(logo === undefined
        ? []
        : [
            new ImageRun({
              type: 'png',
              data: logo.png,
              transformation: { height: 24, width: Math.round((24 * logo.width) / logo.height) },
              altText: { name: logo.alt, description: logo.alt },
            }),
          ]),
      new TextRun({ text: logo === undefined ? header : `  ${header}`, size: 16, color: colours.quiet }),
    ],
  })

const footerOf = ({ footer, pageNumbers, colours }: Look): Paragraph =>
  new Paragraph({
    tabStops: [{ type: 'right', position: textWidth }],
    children: [
      new TextRun({ text: footer, size: 16, color: colours.quiet }),
      ...(pageNumbers
        ? [
            new TextRun({
              size: 16,
              color: colours.quiet,
              children: ['\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
            }),
          ]
        : []),
    ],
  })

type Style = { readonly size?: number; readonly bold?: boolean; readonly color?: string }

/** A minus sign is not left alone at the end of a line. */
const kept = (text: string): string => text.replace(/−(?=\d)/g, '−\u2060')

/** A figure that is withheld or cannot be measured looks it. */
const runsOf = (text: SpelledText, { colours, direction }: Look, style: Style = {}): ParagraphChild[] =>
  text.map(
    ({ text, figure }) =>
      new TextRun({
        text: kept(text),
        ...style,
        ...(direction === 'rtl' ? { rightToLeft: true } : {}),
        ...(figure === undefined || figure === 'ok' ? {} : { italics: true, color: colours.quiet }),
      }),
  )

const writeBlock = (block: SpelledBlock, next: SpelledBlock | undefined, look: Look): readonly Block[] => {
  const bidirectional = look.direction === 'rtl'
  const keepNext = next !== undefined && next.kind !== 'paragraph'
  switch (block.kind) {
    case 'paragraph': {
      const { role, text } = block
      const style: Style =
        role === 'headline'
          ? { size: 26, bold: true }
          : role === 'verdict'
            ? { size: 22, bold: true, color: look.colours.accent }
            : role === undefined
              ? {}
              : { bold: true }
      return [new Paragraph({ bidirectional, keepNext, children: runsOf(text, look, style) })]
    }
    case 'bullets':
      return block.items.map(
        (item) =>
          new Paragraph({
            bidirectional,
            numbering: { reference: 'bullets', level: 0 },
            children: runsOf(item, look),
          }),
      )
    case 'facts':
      return [
        tableOf(
          {
            rows: block.facts.map(({ name, value }) => [{ text: name }, value]),
            shares: [0.32, 0.68],
            names: 0,
            ends: [false, false],
          },
          look,
        ),
        gap(),
      ]
    case 'chart':
      return chartOf(block, look)
    case 'table':
      return [
        ...(block.role === 'targets' ? [caption(block.caption, look)] : []),
        spelledTable(block, look),
        block.legend === undefined ? gap() : legendOf(block.legend, look),
      ]
  }
}

/** Word needs a paragraph between two tables. */
const gap = (): Paragraph =>
  new Paragraph({ spacing: { after: 0, line: 200, lineRule: LineRuleType.AUTO }, children: [] })

const caption = (text: string, look: Look): Paragraph =>
  new Paragraph({
    keepNext: true,
    bidirectional: look.direction === 'rtl',
    spacing: { before: 160, after: 80 },
    children: [new TextRun({ text, bold: true, size: 19 })],
  })

const legendOf = ({ light, dark }: NonNullable<SpelledTable['legend']>, { colours }: Look): Paragraph =>
  new Paragraph({
    spacing: { before: 60, after: 160 },
    children: [
      new TextRun({ text: `${light}  `, size: 16, color: colours.quiet }),
      ...[0, 0.25, 0.5, 0.75, 1].map(
        (shade) =>
          new TextRun({
            text: '\u00a0\u00a0\u00a0\u00a0',
            size: 16,
            shading: { type: ShadingType.CLEAR, fill: shaded(shade, colours), color: 'auto' },
          }),
      ),
      new TextRun({ text: `  ${dark}`, size: 16, color: colours.quiet }),
    ],
  })

type Rows = {
  readonly heads?: readonly SpelledText[]
  readonly rows: readonly (readonly SpelledCell[])[]
  readonly shares: readonly number[]
  readonly names: number
  readonly ends: readonly boolean[]
}

const spelledTable = (table: SpelledTable, look: Look): Table =>
  tableOf(
    {
      heads: table.columns.map(({ head }) => head),
      rows: table.rows,
      shares: sharesOf(table, digits),
      names: table.names,
      ends: table.columns.map(({ align }) => align === 'end'),
    },
    look,
  )

const tableOf = ({ heads, rows, shares, names, ends }: Rows, look: Look): Table => {
  const { colours, direction } = look
  const widths = shares.map((share) => Math.floor(share * textWidth))
  const rule = { style: BorderStyle.SINGLE, size: 4, color: colours.rule }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const borders = { top: none, left: none, right: none, bottom: rule }
  const cellOf = (one: SpelledCell, at: number, style: Style, fill?: string) =>
    new TableCell({
      borders,
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 80, right: 80 },
      ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
      children: [
        new Paragraph({
          bidirectional: direction === 'rtl',
          alignment: ends[at] ? AlignmentType.END : AlignmentType.START,
          spacing: { after: 0, line: 250, lineRule: LineRuleType.AUTO },
          children: runsOf(one.text, look, { size: 16, ...style }),
        }),
      ],
    })
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: direction === 'rtl',
    rows: [
      ...(heads === undefined
        ? []
        : [
            new TableRow({
              tableHeader: true,
              cantSplit: true,
              children: heads.map((text, at) => cellOf({ text }, at, { bold: true }, colours.shade)),
            }),
          ]),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((one, at) =>
              cellOf(
                one,
                at,
                at === names && heads === undefined ? { color: colours.quiet } : {},
                one.shade === undefined ? undefined : shaded(one.shade, colours),
              ),
            ),
          }),
      ),
    ],
  })
}

/** Drawn by Word where it has the form, so that its figures can be looked at and changed; a picture otherwise, or its table. */
const chartOf = (chart: SpelledChart, look: Look): readonly Block[] => {
  const { title, table } = chart
  const altText = { name: title, description: title }
  // one paragraph, so that no page ends with the title alone
  const show = (child: ParagraphChild) => [
    new Paragraph({
      keepLines: true,
      bidirectional: look.direction === 'rtl',
      spacing: { before: 160, after: 160 },
      children: [new TextRun({ text: title, bold: true, size: 19 }), new TextRun({ break: 1 }), child],
    }),
  ]
  if (isNative(chart)) return show(nativeChart(chart, look))
  const drawn = drawnChart(chart, look)
  if (drawn !== undefined) {
    const width = Math.min(pixels, drawn.width)
    const transformation = { width, height: Math.round((drawn.height * width) / drawn.width) }
    return show(new ImageRun({ type: 'png', data: drawn.png, transformation, altText }))
  }
  const text = (one: string): SpelledCell => ({ text: [{ text: one }] })
  return [
    caption(title, look),
    tableOf(
      {
        heads: [[], ...table.heads.map((head) => [{ text: head }])],
        rows: table.rows.map((cells) => cells.map(text)),
        shares: [0.4, ...table.heads.map(() => 0.6 / table.heads.length)],
        names: 0,
        ends: [false, ...table.heads.map(() => true)],
      },
      look,
    ),
    gap(),
  ]
}

const nativeChart = (chart: SpelledChart, look: Look): ChartRun => {
  const { form, categories, series, scale, title, table } = chart
  const isLine = form === 'lines' || form === 'slope'
  const name = fontIn(look, look.fonts.text)
  const font = { name, size: 8, color: look.colours.ink }
  const rows = categories.length * (form === 'bars' ? series.length : 1)
  const whole = {
    categories,
    series: series.map(({ name, points }, at) => ({
      name,
      color: seriesColours[at % seriesColours.length] as string,
      values: points.map(({ value }) => value),
      pointLabels: points.map(({ label }) => ({ text: label })),
    })),
    legend: series.length > 1 ? ({ position: 'top', font } as const) : (false as const),
    font: { name, color: look.colours.ink },
    chartArea: { fill: 'ffffff', border: 'none' } as const,
    categoryAxis: { font, reverseOrder: !isLine },
    valueAxis: {
      font: { ...font, color: look.colours.quiet },
      numberFormat: axisFormat(chart),
      minimum: scale.min,
      maximum: scale.max,
      // the axis of values stays below when the first category is the topmost
      ...(isLine ? {} : { crossesAt: 'maximum' as const }),
    },
    dataLabels: { value: true, font },
    altText: {
      name: title,
      description: `${title}: ${table.rows.map((cells) => cells.join(' ')).join('; ')}`,
    },
    transformation: { width: pixels, height: isLine ? 260 : Math.min(560, 70 + rows * 24) },
  }
  return new ChartRun(
    isLine
      ? { type: 'line', markers: true, ...whole }
      : { type: 'bar', gapWidth: 50, stacking: form === 'stackedBars' ? 'stacked' : 'none', ...whole },
  )
}
