/** What `npm run build` writes over the ES modules, so that a bundler leaves out what is not used. */
import { buildSync } from 'esbuild'
import { expect, test } from 'vitest'
import { markedPure } from '../../scripts/pure.ts'

const bundled = (contents: string): string =>
  buildSync({ stdin: { contents }, bundle: true, write: false, format: 'esm', treeShaking: true })
    .outputFiles[0]?.text ?? ''

test('a value that nobody uses is left out; one that is used is what it was', () => {
  const text =
    'const { code, other: renamed } = JSON.parse("{}"), [first] = [].concat(1), kept = JSON.parse("7")\n'
  expect(bundled(text)).toContain('concat')
  expect(bundled(markedPure(text, 'a.js'))).toBe('')
  const used = bundled(`${markedPure(text, 'a.js')}console.log(kept, first)`)
  expect(used).not.toContain('"{}"')
  const told: unknown[] = []
  new Function('console', used)({ log: (...all: unknown[]) => told.push(...all) })
  expect(told).toEqual([7, 1])
})

test('what a bundler sees by itself stays as it is', () => {
  const text = 'var one={a:[1,-2,"x"],of:e=>f(e)},two=one;export{one}'
  expect(markedPure(text, 'a.js')).toBe(text)
})

test('a file that does something as it is loaded is refused by its name', () => {
  expect(() => markedPure('let a=1;for(;a<9;)a++', 'a.js')).toThrow(
    'a.js does something as it is loaded: for(;a<9;)a++',
  )
})
