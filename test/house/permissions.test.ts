/** Who may ask what: every command has its row, and docs/permissions.md shows the rows as they are. */
import { actorRoles, assemble, lifecycle, type Module } from 'training-ops'
import { expect, test } from 'vitest'
import { permitsOf } from './declarations/page.ts'

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
  await expect([intro, ...rooms].join('\n')).toMatchFileSnapshot('../../docs/permissions.md')
})
