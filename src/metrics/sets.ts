import type { Accumulator } from './accumulator.ts'
import { needsText } from './guard.ts'

/** People by id: one set for each status. */
export type IdSets<Name extends string> = { readonly [Each in Name]: ReadonlySet<string> }

type IdLists<Name extends string> = { readonly [Each in Name]?: readonly string[] | undefined }

/** The accumulator of a calculator that counts distinct people: sets of ids, united. */
export const idSets = <Name extends string, Item, Figure>(
  calculator: string,
  names: readonly Name[],
  listsOf: (item: Item) => IdLists<Name>,
  extract: (sets: IdSets<Name>) => Figure,
): Accumulator<Item, IdSets<Name>, Figure> => {
  const each = <Value>(of: (name: Name) => Value) =>
    Object.fromEntries(names.map((name) => [name, of(name)])) as { [Each in Name]: Value }
  const gather = (items: Iterable<Item>): IdSets<Name> => {
    const sets = each(() => new Set<string>())
    for (const item of items) {
      const lists = listsOf(item)
      for (const name of names)
        lists[name]?.forEach((id, index) => {
          needsText(calculator, name, id, index)
          sets[name].add(id)
        })
    }
    return sets
  }
  return {
    empty: each(() => new Set<string>()),
    lift: (item) => gather([item]),
    combine: (a, b) => each((name) => new Set([...a[name], ...b[name]])),
    extract,
    gather,
  }
}
