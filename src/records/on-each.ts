/** The same recipe for each of these events. */
export const onEach = <Type extends string, Recipe>(types: readonly Type[], recipe: Recipe) =>
  Object.fromEntries(types.map((type) => [type, recipe])) as { readonly [One in Type]: Recipe }

/** Keeps the id of the subject with the first that is heard of it: a half of a log that has none never heard of it. */
export const named = <Key extends string>(types: readonly string[], key: Key) =>
  onEach(types, (record: { [One in Key]: string }, data: { readonly [One in Key]?: unknown }) => {
    record[key] = data[key] as { [One in Key]: string }[Key]
  })

/** The event types a set of recipes, or a status table, speaks of. */
export const typesOf = <Type extends string>(of: { readonly [One in Type]?: unknown }) =>
  Object.keys(of) as Type[]
