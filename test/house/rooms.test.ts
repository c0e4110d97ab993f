/** Each room's README names every command, event, rejection and policy of its module, and none that is not there. */
import { readFileSync } from 'node:fs'
import { lifecycle, type Module } from 'training-ops'
import { describe, expect, test } from 'vitest'

const generic = [
  'IllegalTransition',
  'Unknown',
  'InvalidCommand',
  'NotAuthorized',
  'InstantAhead',
  'InstantPast',
]
const modules: readonly Module[] = lifecycle
const policiesOf = ({ policies, withModules }: Pick<Module, 'policies' | 'withModules'>) => [
  ...policies,
  ...Object.values(withModules).flat(),
]
const everyName = new Set(
  modules.flatMap(({ events, decisions, rejections, policies, withModules }) => [
    ...Object.keys(events.declarations),
    ...decisions.map(({ command }) => command.type as string),
    ...Object.keys(rejections),
    ...policiesOf({ policies, withModules }).map(({ name }) => name),
  ]),
)

describe.each(modules.map((module) => [module.name, module] as const))('the README of %s', (name, module) => {
  const readme = readFileSync(`src/${name}/README.md`, 'utf8')
  const tables = readme
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .join('\n')
  const named = new Set([...tables.matchAll(/`([A-Za-z]+)`/g)].map(([, one]) => one as string))

  test.each([
    ['command', module.decisions.map(({ command }) => command.type as string)],
    ['event', Object.keys(module.events.declarations)],
    ['rejection', Object.keys(module.rejections)],
    ['policy', policiesOf(module).map((policy) => policy.name)],
  ])('names every %s', (_kind, names) => {
    expect(names.filter((one) => !named.has(one))).toEqual([])
  })

  test('names nothing that is not there', () => {
    const strangers = [...named].filter(
      (one) => /^[A-Z]/.test(one) && !everyName.has(one) && !generic.includes(one),
    )
    expect(strangers).toEqual([])
  })
})
