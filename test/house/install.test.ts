/** A clean install prints nothing that a newcomer would have to ask about; the lockfiles are read, and nothing is installed. */
import { readdirSync, readFileSync } from 'node:fs'
import { satisfies } from 'semver'
import { describe, expect, test } from 'vitest'

type Entry = {
  readonly version?: string
  readonly engines?: { readonly node?: string }
  readonly deprecated?: string
  readonly hasInstallScript?: boolean
}
type Lock = { readonly packages: Readonly<Record<string, Entry>> }
type Manifest = {
  readonly engines: { readonly node: string }
  readonly allowScripts?: Readonly<Record<string, boolean>>
}

/** The oldest Node we support, and one of each later line that is kept up for years. */
const supported = ['20.19.0', '22.13.0', '24.0.0']

/** Each line npm would print, as PACKAGE: REASON. */
const warningsOf = ({ packages }: Lock, { allowScripts = {} }: Pick<Manifest, 'allowScripts'>): string[] =>
  Object.entries(packages).flatMap(([path, { version, engines, deprecated, hasInstallScript }]) => {
    const name = path.replace(/^.*node_modules\//, '')
    const tooOld = supported.filter((node) => engines?.node && !satisfies(node, engines.node))
    return [
      ...tooOld.map((node) => `${name}@${version}: wants Node ${engines?.node}, not ${node}`),
      ...(deprecated ? [`${name}@${version}: deprecated, ${deprecated}`] : []),
      ...(hasInstallScript && !(name in allowScripts)
        ? [`${name}@${version}: has an install script that allowScripts does not name`]
        : []),
    ]
  })

const read = <Content>(file: string): Content => JSON.parse(readFileSync(file, 'utf8')) as Content

describe.each([
  ['the library', '.'],
  ['the host on PostgreSQL', 'examples/host-postgres'],
  ['the host on several processes', 'examples/host-cluster'],
  ['the reader of workbooks', 'examples/read-a-workbook'],
  ['the writer of Office files', 'examples/office'],
  ['the playground', 'examples/playground'],
  ['the documentation site', 'docs/site'],
])('%s', (_, folder) => {
  test('installs without a warning', () => {
    expect(warningsOf(read(`${folder}/package-lock.json`), read(`${folder}/package.json`))).toEqual([])
  })

  test('supports the oldest Node that is looked at here', () => {
    expect(read<Manifest>(`${folder}/package.json`).engines.node).toBe('>=20.19')
  })
})

test('a package for a newer Node, a deprecated one and an install script nobody looked at are found', () => {
  const packages = {
    '': { version: '0.1.0', engines: { node: '>=20.19' } },
    'node_modules/late': { version: '9.0.0', engines: { node: '^22.18.0 || ^24.11.0 || >=26.0.0' } },
    'node_modules/late/node_modules/old': { version: '1.0.0', deprecated: 'use another' },
    'node_modules/builder': { version: '2.0.0', hasInstallScript: true },
    'node_modules/known': { version: '2.0.0', hasInstallScript: true },
  }
  expect(warningsOf({ packages }, { allowScripts: { known: false } })).toEqual([
    'late@9.0.0: wants Node ^22.18.0 || ^24.11.0 || >=26.0.0, not 20.19.0',
    'late@9.0.0: wants Node ^22.18.0 || ^24.11.0 || >=26.0.0, not 22.13.0',
    'late@9.0.0: wants Node ^22.18.0 || ^24.11.0 || >=26.0.0, not 24.0.0',
    'old@1.0.0: deprecated, use another',
    'builder@2.0.0: has an install script that allowScripts does not name',
  ])
})

test('every action of a workflow is pinned by digest, with its version beside it', () => {
  const uses = readdirSync('.github/workflows').flatMap((file) =>
    [...readFileSync(`.github/workflows/${file}`, 'utf8').matchAll(/uses:\s*(.+)$/gm)].map(
      ([, used]) => used,
    ),
  )
  expect(uses.length).toBeGreaterThan(0)
  expect(uses.filter((used = '') => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(used))).toEqual([])
})
