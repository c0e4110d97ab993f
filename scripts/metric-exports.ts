/**
 * Writes src/metrics/exports.ts: what the files of the folders give the public. `npx tsx scripts/metric-cards.ts` runs it.
 * A file whose docstrings show how it is imported is public, and so is each of its exports that is not `@internal`; of
 * another file what is `@public`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'

const room = join(import.meta.dirname, '../src/metrics')
const written = join(room, 'exports.ts')

const exported = /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export (const|type|interface|function) (\w+)/g

const lineOf = (file: string): string => {
  const text = readFileSync(join(room, file), 'utf8')
  const isShown = text.includes("from 'training-ops/metrics'")
  const names = [...text.matchAll(exported)].flatMap(([, doc = '', kind, name]) => {
    const isPublic = doc.includes('@public') || (isShown && !doc.includes('@internal'))
    return isPublic ? [kind === 'type' || kind === 'interface' ? `type ${name}` : `${name}`] : []
  })
  if (names.length === 0) return ''
  return names.every((name) => name.startsWith('type '))
    ? `export type { ${names.map((name) => name.slice(5)).join(', ')} } from './${file}'\n`
    : `export { ${names.join(', ')} } from './${file}'\n`
}

/** What the file should hold. */
export const metricExports = (): string =>
  `// biome-ignore-all format: written by scripts/metric-cards.ts
// biome-ignore-all assist/source/organizeImports: written by scripts/metric-cards.ts
/** Every calculator, its accumulator, its entry and its types. */
${globSync('*/*.ts', { cwd: room }).sort().map(lineOf).join('')}`

export const areExportsStale = (): boolean => readFileSync(written, 'utf8') !== metricExports()
export const writeExports = (): void => writeFileSync(written, metricExports())
