/** What is published beside the code: pages whose links lead somewhere, and a list of everything that is exported. */
import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { packedPage, packedPages } from '../../scripts/pack.ts'

const linksIn = (text: string) => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)

describe('a page of the package', () => {
  const inPackage = [...packedPages, 'LICENSE', 'package.json'] as readonly string[]
  const known = { ...manifest, repository: { url: 'git+https://example.org/a/training-ops.git' } }
  test.each([...packedPages])(
    '%s links to what is packed, or to the repository where it is known',
    (page) => {
      const text = readFileSync(page, 'utf8')
      for (const link of linksIn(packedPage(page, text, manifest)))
        expect(/^(https?:|#)/.test(link) || inPackage.includes(posix.join(posix.dirname(page), link))).toBe(
          true,
        )
      const web = `https://example.org/a/training-ops/blob/v${manifest.version}/`
      const led = linksIn(packedPage(page, text, known)).filter((link) => link.startsWith(web))
      for (const link of led) expect(existsSync(link.slice(web.length).replace(/#.*/, ''))).toBe(true)
      if (page === 'README.md') expect(led.length).toBeGreaterThan(10)
    },
  )
})

describe('docs/api lists what is exported', () => {
  const subpaths = Object.keys(manifest.exports).filter((subpath) => !subpath.endsWith('.json'))
  test.each(subpaths)('%s (npm run build && npx tsx scripts/api-report.ts)', async (subpath) => {
    const page = readFileSync(`docs/api/${subpath === '.' ? 'index' : subpath.slice(2)}.api.md`, 'utf8')
    const listed = new Set([...page.matchAll(/^## (.+)$/gm)].map(([, name]) => name))
    const names = Object.keys(await import(subpath.replace(/^\./, 'training-ops')))
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !listed.has(name))).toEqual([])
    // A value that is listed is exported: types are not seen here, they are in `npm run check:package`.
    const values = [...page.matchAll(/^## (.+)\n\n```text\n(?:const|function|let) /gm)].map(
      ([, name]) => name,
    )
    expect(values.filter((name) => !names.includes(name as string))).toEqual([])
  })
})
