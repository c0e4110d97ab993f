/** Who may ask what: every command has its row, and docs/permissions.md shows the rows as they are. */
import * as library from 'training-ops'
import { actorRoles, assemble, lifecycle, type Module, readPermissions } from 'training-ops'
import { metricCatalog } from 'training-ops/metrics'
import { expect, test } from 'vitest'
import { permitsInWords, permitsOf } from './declarations/page.ts'

const training = assemble(lifecycle)
const modules: readonly Module[] = lifecycle
const rolesOf = (type: string): readonly string[] => {
  const permits = training.permissions[type] ?? []
  return permits === 'anyone' ? [] : permits.map((one) => (typeof one === 'string' ? one : one.role))
}

test('every command of every room says who may ask it, in roles of the library', () => {
  const commands = modules.flatMap(({ decisions }) => decisions.map(({ command }) => command.type as string))
  expect(commands.length).toBeGreaterThan(90)
  expect(commands.filter((type) => !Object.hasOwn(training.permissions, type))).toEqual([])
  const strange = commands.flatMap(rolesOf).filter((role) => !actorRoles.some((one) => one === role))
  expect(strange).toEqual([])
})

test('every record and every level of figures says who may read it; the log is for the system alone', () => {
  const isRecord = (value: unknown): value is { readonly name: string } =>
    typeof value === 'object' && value !== null && 'initial' in value && 'on' in value && 'merge' in value
  const records = Object.entries(library).flatMap(([name, value]) =>
    isRecord(value) && (name.endsWith('Record') || name.startsWith('kirkpatrick') || name === 'gapHeatmap')
      ? [value.name]
      : [],
  )
  expect(records.length).toBeGreaterThan(15)
  const levels = metricCatalog.map(({ level }) => `figures ${level}`)
  const missing = [...records, ...levels].filter((name) => !Object.hasOwn(readPermissions, name))
  expect([...new Set(missing)]).toEqual([])
  expect(readPermissions.log).toEqual([])
})

test('trainers teach and training operations runs: neither does what is the other’s to decide', () => {
  for (const type of ['ReviseCourse', 'AddCase', 'DeliverSession', 'RecordAttendance', 'RecordResult'])
    expect(rolesOf(type)).toContain('trainer')
  for (const type of [
    'ScheduleOffering',
    'ApprovePlan',
    'PostCost',
    'PublishCourseVersion',
    'QualifyTrainer',
  ])
    expect(rolesOf(type)).not.toContain('trainer')
  for (const type of ['ApprovePlan', 'ApproveProgram', 'ConfirmBusinessFit'])
    expect(rolesOf(type)).not.toContain('operations')
})

test('docs/permissions.md is the table (`npx vitest run test/house/permissions.test.ts -u` writes it)', async () => {
  const rooms = modules.map(({ name, decisions }) => {
    const rows = decisions.map(({ command }) => {
      return `| \`${command.type}\` | ${permitsOf(command.type as string)} |`
    })
    return [`## ${name}`, '', '| command | who may ask |', '|---|---|', ...rows, ''].join('\n')
  })
  const intro = [
    '# Who may ask what (权限表)',
    '',
    'Written by `npx vitest run test/house/permissions.test.ts -u` from `permissions.ts` of each room. Its meaning, and how a',
    'host replaces rows: [roles and permissions](guides/roles-and-permissions.md).',
    '',
  ].join('\n')
  const reading = [
    '## Reading',
    '',
    'By the name of a record, by the level of figures, and the log. A role reads the whole; whoever is bound reads single subjects.',
    'A record without a row only the system reads.',
    '',
    '| what | who may read it |',
    '|---|---|',
    ...Object.entries(readPermissions).map(([name, row]) => `| \`${name}\` | ${permitsInWords(row)} |`),
    '',
  ].join('\n')
  await expect([intro, ...rooms, reading].join('\n')).toMatchFileSnapshot('../../docs/permissions.md')
})
