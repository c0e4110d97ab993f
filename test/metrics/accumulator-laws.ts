import fc from 'fast-check'
import { type Accumulator, accumulate } from 'training-ops/metrics'
import { expect, it } from 'vitest'

/** What must hold of an accumulator, whatever it counts: each law by its name, throwing where it is broken. */
export const lawsOfAccumulators = <Item, Accumulated, Figure>(
  accumulator: Accumulator<Item, Accumulated, Figure>,
  item: fc.Arbitrary<Item>,
): Readonly<Record<string, () => void>> => {
  const items = fc.array(item, { maxLength: 8 })
  const { combine, empty, extract } = accumulator
  const emptyAtFirst = structuredClone(empty)
  const of = (list: readonly Item[]) => accumulate(accumulator, list)
  const inAnotherOrder = items.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  )

  return {
    'adds up the same in any grouping': () =>
      fc.assert(
        fc.property(items, items, items, (a, b, c) => {
          const leftFirst = combine(combine(of(a), of(b)), of(c))
          const rightFirst = combine(of(a), combine(of(b), of(c)))
          expect(leftFirst).toStrictEqual(rightFirst)
          expect(extract(leftFirst)).toStrictEqual(extract(of([...a, ...b, ...c])))
        }),
      ),

    'adds up the same in any order, to the last bit': () => {
      fc.assert(
        fc.property(items, items, (a, b) => {
          expect(combine(of(a), of(b))).toStrictEqual(combine(of(b), of(a)))
        }),
      )
      fc.assert(
        fc.property(inAnotherOrder, ([list, otherOrder]) => {
          expect(extract(of(otherOrder))).toStrictEqual(extract(of(list)))
        }),
      )
    },

    'changes neither its items nor what it has': () =>
      fc.assert(
        fc.property(items, items, (a, b) => {
          const [itemsBefore, have] = [structuredClone(a), of(a)]
          const haveBefore = structuredClone(have)
          combine(have, of(b))
          expect(a).toEqual(itemsBefore)
          expect(have).toEqual(haveBefore)
          expect(empty).toEqual(emptyAtFirst)
        }),
      ),

    'is not changed by nothing': () =>
      fc.assert(
        fc.property(items, (a) => {
          expect(combine(of(a), empty)).toStrictEqual(of(a))
          expect(combine(empty, of(a))).toStrictEqual(of(a))
        }),
      ),

    'gathers many as it lifts each': () =>
      fc.assert(
        fc.property(items, (list) => {
          const oneByOne = list.map((each) => accumulator.lift(each)).reduce((a, b) => combine(a, b), empty)
          expect(of(list)).toStrictEqual(oneByOne)
        }),
      ),
  }
}

/**
 * Registers the laws, and that the accumulator extracts what the calculator says of the whole list. One that has
 * options is made anew in each test.
 */
export const obeysTheLawsOfAccumulators = <Item, Accumulated, Figure>(
  name: string,
  given: Accumulator<Item, Accumulated, Figure> | (() => Accumulator<Item, Accumulated, Figure>),
  item: fc.Arbitrary<Item>,
  whole?: (items: readonly Item[]) => Figure,
): void => {
  const make = typeof given === 'function' ? given : () => given
  const laws = () => new Map(Object.entries(lawsOfAccumulators(make(), item)))
  it.each([...laws().keys()])(`${name} %s`, (law) => {
    const holds = laws().get(law)
    if (holds === undefined) throw new Error(`no law ${law}`)
    holds()
  })

  if (whole)
    it(`${name} extracts what the calculator says of the whole list`, () => {
      const accumulator = make()
      fc.assert(
        fc.property(fc.array(item, { maxLength: 8 }), (list) => {
          expect(accumulator.extract(accumulate(accumulator, list))).toStrictEqual(whole(list))
        }),
      )
    })
}
