/** Of each metric that is taken from records: the events those records are folded from, by what the files of figures import. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as library from 'training-ops'

type Projection = { readonly name: string; readonly on: Readonly<Record<string, unknown>> }

const isProjection = (value: unknown): value is Projection =>
  typeof value === 'object' && value !== null && 'on' in value && 'initial' in value && 'name' in value

/** By the name of the record's type: `EnrolmentRecord` is what `enrolmentRecord` folds. */
const projections = new Map(
  Object.entries(library).flatMap(([name, value]) =>
    isProjection(value) ? [[name.toLowerCase(), value] as const] : [],
  ),
)

const recordsNamedIn = (text: string): readonly Projection[] =>
  [
    ...new Set([...text.matchAll(/\b([A-Z]\w*?)(?:s|State)?\b/g)].map(([, name = '']) => name.toLowerCase())),
  ].flatMap((name) => {
    const one = projections.get(name)
    return one !== undefined && /record$|^kirkpatrick$|^gapheatmap$/.test(name) ? [one] : []
  })

export const eventsBehindMetrics = (root: string): ReadonlyMap<string, readonly string[]> => {
  const folder = join(root, 'src/figures')
  const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'index.ts')
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
  const ids = new Map(
    readdirSync(join(root, 'src/metrics'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .flatMap(({ parentPath, name }) => [
        ...readFileSync(join(parentPath, name), 'utf8').matchAll(
          /export const (\w+Entry)\b[\s\S]{0,200}?id: '(M\d+\w?)'/g,
        ),
      ])
      .map(([, entry = '', id = '']) => [entry, id] as const),
  )
  const found = new Map<string, Set<string>>()
  const question = texts.find((text) => text.includes('export type TrainingQuestion')) ?? ''
  for (const text of texts) {
    const records = new Set(recordsNamedIn(text))
    if (/\b(TrainingQuestion|Slice|figureFrom|figureInSteps)\b/.test(text))
      for (const one of recordsNamedIn(question)) records.add(one)
    const types = [...records].flatMap(({ on }) => Object.keys(on))
    if (types.length === 0) continue
    for (const [, entry = ''] of text.matchAll(/\bentry: (\w+Entry)\b|underMetric\((\w+Entry)/g)) {
      const id = ids.get(entry)
      if (id !== undefined) found.set(id, new Set([...(found.get(id) ?? []), ...types]))
    }
  }
  return new Map([...found].sort().map(([id, types]) => [id, [...types].sort()]))
}
