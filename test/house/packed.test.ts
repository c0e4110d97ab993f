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

test('docs/api/names.md lists every name that is exported (-u writes it; `npm run build && npm run api` its declarations)', async () => {
  const subpaths = Object.keys(manifest.exports).filter((subpath) => !subpath.endsWith('.json'))
  const lists = await Promise.all(
    subpaths.map(async (subpath) => {
      const name = subpath.replace(/^\./, 'training-ops')
      const names = Object.keys(await import(/* @vite-ignore */ name)).sort()
      expect(names.length).toBeGreaterThan(0)
      return `## ${name}\n\n${names.map((one) => `- ${one}`).join('\n')}\n`
    }),
  )
  const told =
    '# Names\n\nEvery value that is exported. Written by `npx vitest run test/house/packed.test.ts -u`.\n\n'
  await expect(told + lists.join('\n')).toMatchFileSnapshot('../../docs/api/names.md')
})
