/** The same recipe for each of these events. */
export const onEach = <Type extends string, Recipe>(types: readonly Type[], recipe: Recipe) =>
  Object.fromEntries(types.map((type) => [type, recipe])) as { readonly [One in Type]: Recipe }

/** The event types a set of recipes, or a status table, speaks of. */
export const typesOf = <Type extends string>(of: { readonly [One in Type]?: unknown }) =>
  Object.keys(of) as Type[]
