/** Each room's README names every command, event, rejection and policy of its module, and none that is not there. */
import { readFileSync } from 'node:fs'
import { lifecycle, type Module, statistics } from 'training-ops'
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
  [...modules, statistics as Module].flatMap(({ events, decisions, rejections, policies, withModules }) => [
    ...Object.keys(events.declarations),
    ...decisions.map(({ command }) => command.type as string),
    ...Object.keys(rejections),
    ...policiesOf({ policies, withModules }).map(({ name }) => name),
  ]),
)

const roomOf = new Map(
  modules.flatMap(({ name, events }) =>
    Object.keys(events.declarations).map((type) => [type, name] as const),
  ),
)
type Read = { readonly on: object } | { readonly projection: { readonly on: object } }
const typesRead = ({ decisions, policies }: Module): string[] => [
  ...policies.map(({ when }) => when),
  ...[...decisions, ...policies]
    .flatMap(({ reads }): Read[] => Object.values(reads))
    .flatMap((read) => Object.keys('projection' in read ? read.projection.on : read.on)),
]
test.each(modules.map((module) => [module.name, module] as const))(
  '%s depends on the modules whose events it reads, and says so',
  (name, module) => {
    const rooms = new Set(typesRead(module).map((type) => roomOf.get(type) ?? `nobody declares ${type}`))
    expect(new Set(module.dependsOn)).toEqual(new Set([...rooms].filter((room) => room !== name)))
  },
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
