/** How a status moves is said once: in the status table of its subject. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const files = globSync(
  'src/{needs,planning,catalog,resources,delivery,evaluation,credentials,culture,records,views}/**/*.ts',
  {
    cwd: root,
    ignore: '**/status.ts',
  },
)
const linesWith = (said: RegExp) =>
  files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, at) =>
        said.test(line) && !/^\s*(\*|\/)/.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [],
      ),
  )

test('a fold sets no status by hand: it takes it from the table', () => {
  expect(files.length).toBeGreaterThan(200)
  expect(linesWith(/\.status = '/)).toEqual([])
})

test('a union of statuses stands in a status table, not in a state', () => {
  // it follows from the day it is asked on as well
  const derived = ['src/views/improvements.ts']
  const unions = linesWith(/^\s*(readonly )?status: (\| )?'\w+' \| '/)
  expect(unions.filter((line) => !derived.some((file) => line.startsWith(file)))).toEqual([])
})
