import fc from 'fast-check'
import { type Accumulator, accumulate } from 'training-ops/metrics'
import { expect, it } from 'vitest'

/** What must hold of an accumulator, whatever it counts. */
export const obeysTheLawsOfAccumulators = <Item, Accumulated, Figure>(
  name: string,
  accumulator: Accumulator<Item, Accumulated, Figure>,
  item: fc.Arbitrary<Item>,
  /** The calculator on the whole list, where it takes one. */
  whole?: (items: readonly Item[]) => Figure,
): void => {
  const items = fc.array(item, { maxLength: 8 })
  const { combine, empty, extract } = accumulator
  const of = (list: readonly Item[]) => accumulate(accumulator, list)

  it(`${name} adds up the same in any grouping`, () => {
    fc.assert(
      fc.property(items, items, items, (a, b, c) => {
        const leftFirst = combine(combine(of(a), of(b)), of(c))
        const rightFirst = combine(of(a), combine(of(b), of(c)))
        expect(leftFirst).toStrictEqual(rightFirst)
        expect(extract(leftFirst)).toStrictEqual(extract(of([...a, ...b, ...c])))
      }),
    )
  })

  it(`${name} adds up the same in any order, to the last bit`, () => {
    const shuffled = items.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(items, items, (a, b) => {
        expect(combine(of(a), of(b))).toStrictEqual(combine(of(b), of(a)))
      }),
    )
    fc.assert(
      fc.property(shuffled, ([list, otherOrder]) => {
        expect(extract(of(otherOrder))).toStrictEqual(extract(of(list)))
      }),
    )
  })

  it(`${name} changes neither its items nor what it has, and nothing added changes nothing`, () => {
    fc.assert(
      fc.property(items, items, (a, b) => {
        const [itemsBefore, have] = [structuredClone(a), of(a)]
        const haveBefore = structuredClone(have)
        combine(have, of(b))
        expect(a).toEqual(itemsBefore)
        expect(have).toEqual(haveBefore)
        expect(combine(have, empty)).toStrictEqual(have)
        expect(combine(empty, have)).toStrictEqual(have)
      }),
    )
  })

  it(`${name} gathers many as it lifts each`, () => {
    fc.assert(
      fc.property(items, (list) => {
        expect(of(list)).toStrictEqual(list.map(accumulator.lift).reduce((a, b) => combine(a, b), empty))
      }),
    )
  })

  if (whole)
    it(`${name} extracts what the calculator says of the whole list`, () => {
      fc.assert(
        fc.property(items, (list) => {
          expect(extract(of(list))).toStrictEqual(whole(list))
        }),
      )
    })
}
