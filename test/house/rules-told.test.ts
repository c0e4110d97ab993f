/** Every rule is told: each refusal, advice and policy of a room stands in its README with a sentence, and in a test by its name. */
import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { lifecycle, type Module, statistics } from 'training-ops'
import { describe, expect, test } from 'vitest'

const tests = globSync('test/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
const isTested = (name: string) => tests.includes(`'${name}'`) || tests.includes(`command.${name}(`)
const roomOf = ({ name }: Module) => (name === 'statistics' ? 'evaluation' : name)
const readmeOf = (module: Module) => readFileSync(`src/${roomOf(module)}/README.md`, 'utf8')
const rowOf = (module: Module, name: string) =>
  readmeOf(module)
    .split('\n')
    .find((line) => line.startsWith(`| \`${name}\``))

describe.each(
  ([...lifecycle, statistics] as readonly Module[]).map((module) => [module.name, module] as const),
)('the rules of %s', (_, module) => {
  test('that refuse are named in the README and in a test', () => {
    const codes = Object.keys(module.rejections)
    expect(codes.filter((code) => rowOf(module, code) === undefined || !isTested(code))).toEqual([])
  })
  test('that advise are named in the README and in a test', () => {
    const codes = globSync(`src/${roomOf(module)}/**/*.ts`).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bcode: '(\w+)'/g)].map(([, code = '']) => code),
    )
    expect(codes.filter((code) => !readmeOf(module).includes(code) || !isTested(code))).toEqual([])
  })
  test('that follow by policy have a sentence', () => {
    const policies = [...module.policies, ...Object.values(module.withModules).flat()]
    const silent = policies.filter(({ name }) => {
      const meaning = rowOf(module, name)?.split(' | ').at(-1)?.replace('|', '').trim() ?? ''
      return meaning === ''
    })
    expect(silent.map(({ name }) => name)).toEqual([])
  })
  test('about each command are asked in a test', () => {
    const commands = module.decisions.map(({ command }) => command.type as string)
    expect(commands.filter((one) => !isTested(one) || rowOf(module, one) === undefined)).toEqual([])
  })
})
