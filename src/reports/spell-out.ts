import { given } from '../vocabulary/index.ts'
import type { Axis, Block, Chart, Datum, Document, FigureForm, Phrase, Point } from './document.ts'
import { firstBlocks, sectionsOf } from './first-page.ts'
import {
  differenceIn,
  format,
  formatPhrase,
  minorDigitsOf,
  percentagePoints,
  type Reading,
} from './format.ts'
import { withoutControls } from './host-text.ts'
import { type Language, wordsFor } from './languages/language.ts'
import { axisOf, scaleOf, tickDatum } from './scale.ts'
import {
  type BlockRole,
  plainText,
  type Run,
  type SpelledBlock,
  type SpelledCell,
  type SpelledChart,
  type SpelledDocument,
  type SpelledSection,
  type SpelledText,
} from './spelled.ts'
import { placed } from './told-place.ts'

/** How a document is spelled: in which language, on which calendar, and with which names. */
export type Spelling = {
  readonly language: Language
  /** The zone days are told in. */
  readonly zone: string
  /** How a host's own words are shown in the language of this tag: names for ids, titles. As they are unless given. */
  readonly names?: (text: string, tag: string) => string
}

/** Marks around a host's words, and around a figure, while a text is spelled; they are taken out of a host's words first. */
const [hostBegins, hostEnds, figureEnds] = ['\ue000', '\ue001', '\ue002']
const figureBegins = { ok: '\ue003', suppressed: '\ue004', undefined: '\ue005' } as const
const marks = /[\ue000-\ue005]/g
const figures = new Map(
  Object.entries(figureBegins).map(([figure, mark]) => [mark as string, figure as Run['figure'] & string]),
)

/** A text with marks, taken apart. */
const runsOf = (marked: string): SpelledText => {
  const runs: Run[] = []
  let host = false
  let figure: Run['figure']
  for (const part of marked.split(/([\ue000-\ue005])/)) {
    if (part === hostBegins || part === hostEnds) host = part === hostBegins
    else if (part === figureEnds) figure = undefined
    else if (figures.has(part)) figure = figures.get(part)
    else if (part !== '')
      runs.push({ text: part, ...(host ? { by: 'host' as const } : {}), ...(figure && { figure }) })
  }
  return runs
}

type Speller = {
  readonly phrase: (phrase: Phrase) => SpelledText
  readonly datum: (datum: Datum) => SpelledText
  readonly plain: (datum: Datum) => string
  readonly word: (key: string) => string
  readonly lang: string
}

const spellerFor = ({ language, zone, names = (text) => text }: Spelling): Speller => {
  const shown = (text: string) => withoutControls(names(text, language.tag)).replace(marks, '')
  const reading: Reading = {
    language,
    zone,
    escape: (text) => `${hostBegins}${shown(text)}${hostEnds}`,
    decorate: (status, text) => `${figureBegins[status]}${text}${figureEnds}`,
  }
  const datum = (one: Datum) => runsOf(format(one, reading))
  return {
    phrase: (phrase) => runsOf(formatPhrase(phrase, reading)),
    datum,
    plain: (one) => plainText(datum(one)),
    word: (key) => wordsFor(language, key),
    lang: language.tag,
  }
}

/**
 * A report in words: JSON with ids, of which Markdown, a page, a sheet or a slide is made. Ids are the same in every language
 * and stay the same while the report keeps its sections. A host's own text passes through `names`; a renderer is told which
 * words are the host's (`by: 'host'`), so that it can make them harmless. Throws a `TypeError` that names the place of what is no document:
 * `document.sections[0].blocks`.
 *
 * @example
 * ```ts
 * import { phrase, spellOut, zhCN } from 'training-ops/reports'
 * const report = { title: phrase('status.program', { program: 'Selling' }), headline: phrase('value.yes'), blocks: [], sections: [] }
 * const { title, sections } = spellOut(report, { language: zhCN, zone: 'Asia/Shanghai', names: () => '销售' })
 * title // => [{ text: '销售', by: 'host' }]
 * sections[0]?.blocks // => [{ id: 'answer--1', kind: 'paragraph', role: 'headline', text: [{ text: '是' }] }]
 * ```
 */
export const spellOut = (document: Document, spelling: Spelling): SpelledDocument =>
  placed('spellOut', 'a document and a spelling with a language and a zone', { document, spelling }, spelled)

const spelled = ({
  document,
  spelling,
}: {
  readonly document: Document
  readonly spelling: Spelling
}): SpelledDocument => {
  const { language } = spelling
  wordsFor(language, 'fact.colon')
  const speller = spellerFor(spelling)
  const title = speller.phrase(document.title)
  const seen = new Map<string, number>()
  const unique = (id: string): string => {
    const before = seen.get(id) ?? 0
    seen.set(id, before + 1)
    return before === 0 ? id : `${id}-${before + 1}`
  }
  const sectionOf = (
    id: string,
    part: SpelledSection['part'],
    heading: SpelledText | undefined,
    blocks: readonly { readonly block: Block; readonly role?: BlockRole }[],
  ): SpelledSection => ({
    id,
    part,
    ...given({ heading }),
    blocks: blocks.map(({ block, role }, at) => ({
      ...spellBlock(block, `${id}--${at + 1}`, plainText(heading ?? title), speller),
      ...(role !== undefined && block.kind !== 'facts' && block.kind !== 'chart' ? { role } : {}),
    })),
  })
  const unroled = (blocks: readonly Block[]) => blocks.map((block) => ({ block }))
  return {
    shape: 'training-ops/document/1',
    lang: language.tag,
    direction: language.direction ?? 'ltr',
    title,
    sections: [
      sectionOf(unique('answer'), 'answer', undefined, [
        ...firstBlocks(document),
        ...unroled(document.blocks),
      ]),
      ...sectionsOf(document).map(({ heading, blocks, part }) =>
        sectionOf(unique(idOf(heading)), part, speller.phrase(heading), unroled(blocks)),
      ),
    ],
    words: {
      colon: speller.word('fact.colon'),
      figures: speller.word('page.figures'),
      page: speller.word('page.page'),
      contents: speller.word('page.contents'),
      number: speller.word('page.number'),
    },
  }
}

/** The id of a section: the key of its heading, or of the heading within it. */
const idOf = ({ words, with: data }: Phrase): string => {
  const within = words === 'appendix.heading' ? data?.heading : undefined
  if (typeof within === 'object' && 'phrase' in within) return `appendix-${idOf(within.phrase)}`
  return words.replace(/\.heading$/, '').replace(/[^a-zA-Z0-9]+/g, '-')
}

const spellBlock = (block: Block, id: string, about: string, speller: Speller): SpelledBlock => {
  switch (block.kind) {
    case 'paragraph':
      return { id, kind: 'paragraph', text: speller.phrase(block.text) }
    case 'bullets':
      return { id, kind: 'bullets', items: block.items.map(speller.phrase) }
    case 'facts':
      return {
        id,
        kind: 'facts',
        facts: block.facts.map(([name, datum]) => ({
          name: speller.phrase(name),
          value: spellCell(datum, speller),
        })),
      }
    case 'chart':
      return spellChart(block, id, speller)
    case 'table': {
      const { columns, rows, legend, caption } = block
      return {
        id,
        kind: 'table',
        caption: caption === undefined ? about : plainText(speller.phrase(caption)),
        columns: columns.map(({ head, align = 'start' }) => ({ head: speller.phrase(head), align })),
        names: columns.findIndex(({ align }) => align !== 'end'),
        rows: rows.map((cells) => cells.map((datum) => spellCell(datum, speller))),
        ...(legend === undefined
          ? {}
          : {
              legend: {
                light: plainText(speller.phrase(legend.light)),
                dark: plainText(speller.phrase(legend.dark)),
              },
            }),
      }
    }
  }
}

/** A number or a day is never broken over two lines. */
const isWhole = (datum: Datum): boolean => {
  if (typeof datum === 'string') return /^\d{4}-\d\d-\d\d$/.test(datum)
  if (typeof datum === 'number') return true
  if ('list' in datum) return datum.list.length === 1 && datum.list.every(isWhole)
  return ['money', 'share', 'day', 'decimal'].some((kind) => kind in datum)
}

type Told = Pick<SpelledCell, 'value' | 'unit'>

const inMajorUnits = (minor: number, currency: string): Told => ({
  value: minor / 10 ** minorDigitsOf(currency),
  unit: { currency },
})

/** A value in the unit a host measures it in. */
const inHostUnit = (value: number, measuredIn: string): Told => {
  const points = percentagePoints[measuredIn]
  return points === undefined ? { value, unit: 'number' } : { value: (value * points) / 100, unit: 'share' }
}

const numberIn = (datum: Datum): Told => {
  if (typeof datum === 'string') return {}
  if (typeof datum === 'number') return { value: datum, unit: 'count' }
  if ('money' in datum) return inMajorUnits(datum.money.minor, datum.money.currency)
  if ('share' in datum) return { value: datum.share, unit: 'share' }
  if ('percent' in datum) return { value: datum.percent, unit: 'share' }
  if ('decimal' in datum) return { value: datum.decimal, unit: 'number' }
  if ('value' in datum) return inHostUnit(datum.value, datum.measuredIn)
  if ('phrase' in datum)
    return datum.phrase.words.startsWith('unit.') ? numberIn(datum.phrase.with?.value ?? '') : {}
  if ('shaded' in datum) return numberIn(datum.shaded)
  if ('list' in datum)
    return datum.list.length === 1 && datum.list[0] !== undefined ? numberIn(datum.list[0]) : {}
  if (!('figure' in datum) || datum.figure.status !== 'ok') return {}
  const { value, unit, currency } = datum.figure
  const { measuredIn, difference, asRating, outOf }: FigureForm = datum.form ?? {}
  if (asRating) return { value: 1 + 4 * value, unit: 'number' }
  if (measuredIn !== undefined)
    return difference
      ? { value: differenceIn(value, measuredIn), unit: 'number' }
      : inHostUnit(value, measuredIn)
  if (unit === 'minorUnits' && currency !== undefined) return inMajorUnits(value, currency)
  if (unit === 'perSession') return { value: value * 100, unit: 'number' }
  if (unit === 'ratio' || unit === 'percent') return inHostUnit(value, outOf === undefined ? unit : '')
  return { value, unit: unit === 'count' || unit === 'people' ? 'count' : 'number' }
}

const spellCell = (datum: Datum, speller: Speller): SpelledCell => ({
  text: speller.datum(datum),
  ...numberIn(datum),
  ...(isWhole(datum) ? { whole: true as const } : {}),
  ...(typeof datum === 'object' && 'shaded' in datum && datum.by !== null ? { shade: datum.by } : {}),
})

const valuesOf = ({ form, series, marks: across = [] }: Chart): readonly number[] => {
  const points = series.flatMap(({ points }) => points)
  if (form === 'stackedBars') {
    const stacks = (series[0]?.points ?? []).map((_, at) =>
      series.reduce((sum, { points }) => sum + (points[at]?.value ?? 0), 0),
    )
    return [0, ...stacks]
  }
  const of = ({ value, from, interval, aim }: Point) => [
    value,
    from,
    interval?.low,
    interval?.high,
    aim?.value,
  ]
  return [...points.flatMap(of), ...across.map(({ value }) => value)].filter(
    (one): one is number => typeof one === 'number',
  )
}

/** The values of an axis as they are told: money in major units, ratings from 1 to 5. */
const toldOn = (axis: Axis): ((value: number) => number) => {
  const digits = axis.of === 'money' ? minorDigitsOf(axis.currency) : 0
  return (value) => (axis.of === 'rating' ? 1 + 4 * value : value / 10 ** digits)
}

const unitOn = (axis: Axis): SpelledChart['scale']['unit'] => {
  if (axis.of === 'money') return { currency: axis.currency }
  if (axis.of === 'days') return 'day'
  return axis.of === 'share' || axis.of === 'count' ? axis.of : 'number'
}

/** The values of a chart whose axis is not given, in the unit that its labels tell them in: a host's own unit is not an axis. */
const inToldUnit = (point: Point): Point => {
  const { label, value, interval } = point
  if (value === null || typeof label !== 'object' || !('figure' in label)) return point
  const { measuredIn } = label.form ?? {}
  const told = measuredIn === undefined ? undefined : numberIn(label).value
  if (told === undefined || told === value || value === 0) return point
  const by = told / value
  return {
    ...point,
    value: told,
    ...given({ interval: interval && { low: interval.low * by, high: interval.high * by } }),
  }
}

const spellChart = (asGiven: Chart, id: string, speller: Speller): SpelledChart => {
  const chart =
    asGiven.axis === undefined
      ? {
          ...asGiven,
          series: asGiven.series.map((one) => ({ ...one, points: one.points.map(inToldUnit) })),
        }
      : asGiven
  const { form, title, categories, series, marks: across = [] } = chart
  const { axis = axisOf(series.flatMap(({ points }) => points.map(({ label }) => label))) } = chart
  const { plain } = speller
  const told = toldOn(axis)
  const { ticks, min, max } = scaleOf(valuesOf(chart), axis)
  const names = categories.map(plain)
  const spelled = series.map(({ name, points }) => ({
    name: plainText(speller.phrase(name)),
    points: points.map(({ value, label, from, interval, aim }) => ({
      value: value === null ? null : told(value),
      label: plain(label),
      ...given({
        from: from === undefined ? undefined : told(from),
        interval: interval && { low: told(interval.low), high: told(interval.high) },
        aim: aim && { value: told(aim.value), label: plain(aim.label) },
      }),
    })),
  }))
  return {
    id,
    kind: 'chart',
    form,
    title: plainText(speller.phrase(title)),
    lang: speller.lang,
    categories: names,
    series: spelled,
    scale: {
      unit: unitOn(axis),
      min: told(min),
      max: told(max),
      ticks: ticks.map((value) => ({ value: told(value), label: plain(tickDatum(value, axis)) })),
    },
    marks: across.map(({ kind, value, label }) => ({ kind, value: told(value), label: plain(label) })),
    table: {
      heads: spelled.map(({ name }) => name),
      rows: names.map((name, at) => [name, ...spelled.map(({ points }) => points[at]?.label ?? '')]),
    },
  }
}
