/**
 * Runs the tests that `docs/guides/test-your-workflow.md` shows under vitest, node:test and jest, as they stand there, on the packed
 * library: one law holds, one is broken, and each runner has to say so. jest comes from the registry; with `--or-skip` the other
 * two are run alone where the registry does not give it. `npm run build && npx tsx scripts/check-runners.ts`
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const folder = resolve('out/runners')
rmSync(folder, { recursive: true, force: true })
mkdirSync(join(folder, 'node_modules'), { recursive: true })
writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'runners', private: true }))
const installed = spawnSync('npm', ['install', '--no-audit', '--no-fund', 'jest@30'], {
  cwd: folder,
  encoding: 'utf8',
})
const hasJest = installed.status === 0
if (!hasJest && !process.argv.includes('--or-skip'))
  throw new Error(`jest is not installed: ${installed.stderr}`)
symlinkSync(resolve('.'), join(folder, 'node_modules/training-ops'))
for (const one of ['fast-check', 'zod', 'vitest', 'fp-ts'])
  symlinkSync(resolve('node_modules', one), join(folder, 'node_modules', one))

const page = readFileSync('docs/guides/test-your-workflow.md', 'utf8')
const shown = [...page.matchAll(/```js\n\/\/ (rooms\.\w+\.[mc]js)[^\n]*\n([\s\S]*?)```/g)]
if (shown.length !== 3) throw new Error(`the guide shows three runners, found ${shown.length}`)
for (const [, file, code] of shown) writeFileSync(join(folder, file as string), code as string)

const laws = `const training = assemble([catalog], {}, { trusted: true })
const lives = stories(training, { in: universe({ courseId: 1 }), upTo: 6 })
const always = { 'a sentence that is false': (_, events) => events.length === 0 }
const isShown = ({ name }) => name === 'a rejection changes nothing' || name in always`
const made = 'lawsOf(training, { lives, always, runs: 5, seed: 1 }).filter(isShown)'
writeFileSync(
  join(folder, 'rooms-laws.mjs'),
  `import { assemble, catalog } from 'training-ops'
import { lawsOf, stories, universe } from 'training-ops/testing'
${laws}
export const laws = ${made}\n`,
)
writeFileSync(
  join(folder, 'rooms-laws.cjs'),
  `const { assemble, catalog } = require('training-ops')
const { lawsOf, stories, universe } = require('training-ops/testing')
${laws}
module.exports = { laws: ${made} }\n`,
)
writeFileSync(
  join(folder, 'vitest.config.mjs'),
  `export default { test: { include: ['rooms.vitest.mjs'] } }\n`,
)
writeFileSync(
  join(folder, 'jest.config.cjs'),
  `module.exports = { testMatch: ['<rootDir>/rooms.jest.cjs'], transform: {}, testEnvironment: 'node' }\n`,
)

const runners: Readonly<Record<string, readonly [string[], RegExp, RegExp]>> = {
  vitest: [['npx', 'vitest', 'run', '--reporter=verbose'], /1 failed/, /1 passed/],
  'node:test': [['node', '--test', 'rooms.node.mjs'], /fail 1\b/, /pass 1\b/],
  jest: [['npx', 'jest', '--config', 'jest.config.cjs'], /1 failed/, /1 passed/],
}
for (const [name, [[program, ...rest], failed, passed]] of Object.entries(runners)) {
  if (name === 'jest' && !hasJest) {
    console.log(`jest: skipped, it is not installed (${installed.stderr})`)
    continue
  }
  const { stdout, stderr } = spawnSync(program as string, rest, { cwd: folder, encoding: 'utf8' })
  const said = stripVTControlCharacters(`${stdout}${stderr}`)
  if (!failed.test(said) || !passed.test(said) || !said.includes('broken: a sentence that is false'))
    throw new Error(`${name} does not tell one law that holds and one that is broken:\n${said}`)
  console.log(`${name}: one law holds, one is told as broken with its story`)
}
