import { type Chart, type Datum, type Phrase, type Point, phrase } from './document.ts'

/** An estimate is a dot with its interval, and so is a rating: neither begins at zero, as a bar does. */
export const isDot = ({ interval, label }: Point): boolean =>
  interval !== undefined || (typeof label === 'object' && 'figure' in label && label.form?.asRating === true)

/** One bar for each thing that is told of, all of one kind. */
export const barsOf = (
  title: Phrase,
  bars: readonly { readonly of: Datum; readonly point: Point }[],
): readonly Chart[] =>
  bars.length < 2
    ? []
    : [
        {
          kind: 'chart',
          form: bars.some(({ point }) => isDot(point)) ? 'dots' : 'bars',
          title,
          categories: bars.map(({ of }) => of),
          series: [{ name: title, points: bars.map(({ point }) => point) }],
        },
      ]

/** A count that is drawn; 0 is an answer. */
export const countPoint = (count: number): Point => ({ value: count, label: count })

export const moneyPoint = (minor: number, currency: string): Point => ({
  value: minor,
  label: { money: { minor, currency } },
})

export const hoursDatum = (minutes: number): Datum => ({
  phrase: phrase('unit.hours', { value: { decimal: minutes / 60, digits: 1 } }),
})

export const hoursPoint = (minutes: number): Point => ({ value: minutes / 60, label: hoursDatum(minutes) })
