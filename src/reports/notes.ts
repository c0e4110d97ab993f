import type { Note } from '../metrics/index.ts'
import { metricName, type NamedFigure } from './definition.ts'
import { type Block, codeWord, type Datum, type Phrase, phrase } from './document.ts'
import { differenceDatum, plainDatum } from './format.ts'

/** Below this the questions of a subscale hardly measure one thing (Nunnally 1978). */
const goodReliability = 0.7

const notesOf = ({ metric, result }: NamedFigure): readonly Note[] => {
  if (result.status !== 'ok') return []
  const { notes = [], value } = result
  const isLow = metric === 'M35' && value >= 0 && value < goodReliability
  return isLow ? [...notes, { code: 'LowReliability' }] : notes
}

const p = (value: number): Datum => ({
  phrase: value < 0.001 ? phrase('p.small') : phrase('p.is', { p: { decimal: value, digits: 3 } }),
})

/** A datum of a note, in the unit of what it is a note of. */
const noteDatum = (name: string, value: unknown, { of = {} }: NamedFigure): Datum => {
  if (typeof value === 'string') return codeWord(name === 'isolation' ? 'isolation' : 'term', value)
  if (typeof value !== 'number') return plainDatum(value)
  switch (name) {
    case 'p':
      return p(value)
    case 'share':
      return { share: value }
    case 'low':
    case 'high':
      return { value, measuredIn: 'percent' }
    case 't':
    case 'degreesOfFreedom':
      return { decimal: value, digits: Number.isInteger(value) ? 0 : 1 }
    case 'standardError':
    case 'difference':
      return typeof of.measuredIn === 'string' ? differenceDatum(value, of.measuredIn) : plainDatum(value)
    default:
      return plainDatum(value)
  }
}

/** A note in words; a code nobody has words for stands as it is, its data behind it. */
const inWords = ({ code, ...data }: Note, figure: NamedFigure): Datum => {
  const { currency } = data
  const gaps = Object.entries(data).map(([name, value]): readonly [string, Datum] => [
    name,
    name === 'worth' && typeof value === 'number' && typeof currency === 'string'
      ? { money: { minor: value, currency, rounded: true } }
      : noteDatum(name, value, figure),
  ])
  return {
    ...codeWord('note', code),
    with: Object.fromEntries(gaps),
    otherwise: { list: [code, ...gaps.map(([, datum]) => datum)] },
  }
}

/** Many figures of one metric are named once, with how many they are. */
const briefly = (figures: readonly NamedFigure[], named: (figure: NamedFigure) => Datum): readonly Datum[] =>
  [...new Set(figures.map(({ metric }) => metric))].flatMap((metric) => {
    const own = figures.filter((figure) => figure.metric === metric)
    return own.length <= 3
      ? own.map(named)
      : [{ phrase: phrase('evaluation.several', { figure: metricName(metric), count: own.length }) }]
  })

/** The notes with these codes, each once: what a reader must know before relying on the figures. */
export const cautionsOn = (figures: readonly NamedFigure[], codes: readonly string[]): readonly Phrase[] => {
  const said = new Map<string, Phrase>()
  for (const figure of figures)
    for (const note of notesOf(figure))
      if (codes.includes(note.code)) {
        const key = JSON.stringify(note)
        if (!said.has(key))
          said.set(
            key,
            phrase('evaluation.note', { figures: metricName(figure.metric), note: inWords(note, figure) }),
          )
      }
  return [...said.values()]
}

/** The notes on the figures of a table; a note on several figures is printed once. */
export const notesOn = (
  figures: readonly NamedFigure[],
  named: (figure: NamedFigure) => Datum,
): readonly Block[] => {
  const said = new Map<string, { readonly figures: NamedFigure[]; readonly note: Datum }>()
  for (const figure of figures)
    for (const note of notesOf(figure)) {
      const key = JSON.stringify([note, figure.of?.measuredIn])
      const before = said.get(key)
      if (before === undefined) said.set(key, { figures: [figure], note: inWords(note, figure) })
      else before.figures.push(figure)
    }
  const items = [...said.values()].map(
    ({ figures, note }): Phrase =>
      phrase('evaluation.note', { figures: { list: briefly(figures, named) }, note }),
  )
  return items.length === 0 ? [] : [{ kind: 'bullets', items }]
}
