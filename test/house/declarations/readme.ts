/**
 * The tables of a room's README, from what is declared: the events and rejections each command can answer with (by the
 * types of its decision), the data of each rejection, the commands of each policy, the settings.
 */
import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { lifecycle, type Module, statistics } from 'training-ops'
import * as interop from 'training-ops/interop'
import { metricCatalog } from 'training-ops/metrics'
import * as reports from 'training-ops/reports'
import ts from 'typescript'
import { commentOf, declarations, lookUp } from './fields.ts'

const exportsOf = { interop, reports }

/** What a decision can answer with. */
type Answers = { readonly events: readonly string[]; readonly rejections: readonly string[] }

const always = [
  'IllegalTransition',
  'Unknown',
  'NotAuthorized',
  'InstantAhead',
  'InstantPast',
  'InvalidCommand',
]

/** What each command can be answered with, by the types of its decision. */
export const answersIn = (program: ts.Program): ReadonlyMap<string, Answers> => {
  const checker = program.getTypeChecker()
  const partsOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type])
  const texts = (type: ts.Type, property: string, at: ts.Node): string[] =>
    partsOf(type).flatMap((one) => {
      const symbol = one.getProperty(property)
      if (symbol === undefined) return []
      return partsOf(checker.getTypeOfSymbolAtLocation(symbol, at)).flatMap((text) =>
        text.isStringLiteral() ? [text.value] : [],
      )
    })
  const answers = new Map<string, Answers>()
  for (const file of program.getSourceFiles()) {
    if (!/\/src\//.test(file.fileName) || file.fileName.includes('node_modules')) continue
    for (const statement of file.statements)
      for (const one of ts.isVariableStatement(statement) ? statement.declarationList.declarations : []) {
        const { initializer } = one
        if (!initializer || !ts.isCallExpression(initializer)) continue
        if (initializer.expression.getText() !== 'defineDecision') continue
        const property = checker.getTypeAtLocation(one.name).getProperty('answers')
        if (property === undefined) continue
        const all = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(property, one))
        const of = (name: string, key: string) => {
          const part = all.getProperty(name)
          return part === undefined ? [] : texts(checker.getTypeOfSymbolAtLocation(part, one), key, one)
        }
        const [command] = of('command', 'type')
        if (command !== undefined)
          answers.set(command, { events: of('event', 'type'), rejections: of('rejection', 'code') })
      }
  }
  return answers
}

const parsed = (file: string) =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)

/** A type on one line. */
const tidy = (text: string): string =>
  text
    .replace(/\breadonly /g, '')
    .replace(/([^{\s])\s*\n\s*(?=[^}\s])/g, '$1, ')
    .replace(/\s+/g, ' ')
    .replace(/;,?/g, ',')
    .replace(/,? \}/g, ' }')
const cell = (text: string): string => text.replaceAll('|', '\\|')

type Named = { readonly data: string; readonly comment: string }

/** The properties of the objects in some files, with their comments. */
const propertiesIn = (
  files: string,
  dataOf: (value: ts.Expression) => string,
): ReadonlyMap<string, Named> => {
  const found = new Map<string, Named>()
  for (const file of globSync(files).sort()) {
    const look = (node: ts.Node): void => {
      if (ts.isPropertyAssignment(node) && !found.has(node.name.getText()))
        found.set(node.name.getText(), { data: dataOf(node.initializer), comment: commentOf(node) ?? '' })
      ts.forEachChild(node, look)
    }
    look(parsed(file))
  }
  return found
}

/** The values a file declares, and the comments above them. */
const valuesIn = (source: ts.SourceFile) => {
  const values = new Map<string, ts.Expression>()
  const comments = new Map<string, string>()
  for (const statement of source.statements)
    for (const one of ts.isVariableStatement(statement) ? statement.declarationList.declarations : [])
      if (one.initializer) {
        values.set(one.name.getText(), one.initializer)
        comments.set(one.name.getText(), commentOf(one) ?? commentOf(statement) ?? '')
      }
  return { values, comments }
}

/** The commands a policy names, also in the functions that it calls, of its file or of another with policies. */
const policiesIn = (room: string) => {
  const found = new Map<string, { readonly comment: string; readonly commands: readonly string[] }>()
  const files = globSync(`src/${room}/**/{*policies,flags,published}.ts`).sort()
  const everywhere = new Map(files.flatMap((file) => [...valuesIn(parsed(file)).values]))
  for (const file of files) {
    const { values, comments } = valuesIn(parsed(file))
    const expressionOf = (name: string) => values.get(name) ?? everywhere.get(name)
    const commandsOf = (node: ts.Node, seen: Set<string>): string[] => {
      const commands: string[] = []
      const look = (one: ts.Node): void => {
        if (ts.isPropertyAccessExpression(one) && /commands$/i.test(one.expression.getText()))
          commands.push(one.name.text)
        else if (ts.isIdentifier(one) && expressionOf(one.text) !== undefined && !seen.has(one.text)) {
          seen.add(one.text)
          commands.push(...commandsOf(expressionOf(one.text) as ts.Expression, seen))
        }
        ts.forEachChild(one, look)
      }
      look(node)
      return commands
    }
    for (const [name, value] of values)
      found.set(name, {
        comment: comments.get(name) ?? '',
        commands: [...new Set(commandsOf(value, new Set([name])))],
      })
  }
  return found
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ''
    : [head, head.map(() => '---'), ...rows]
        .map((row, at) => (at === 1 ? `|${row.join('|')}|` : `| ${row.map(cell).join(' | ')} |`))
        .join('\n')

const named = (some: readonly string[]): string => some.map((one) => `\`${one}\``).join(' ')

/** Every event and rejection in the order of the lifecycle: the order in which the compiler lists a union may change. */
const inOrder = (() => {
  const names = ([...lifecycle, statistics] as readonly Module[]).flatMap(({ events, rejections }) => [
    ...Object.keys(events.declarations),
    ...Object.keys(rejections),
  ])
  return (some: readonly string[]): string[] =>
    [...new Set(some)].sort((one, other) => names.indexOf(one) - names.indexOf(other))
})()

/** The tables of one room. */
const tablesOf = (
  { name, decisions, rejections, policies, withModules, settings }: Module,
  answers: ReadonlyMap<string, Answers>,
): string => {
  const { commands } = declarations()
  const data = propertiesIn(`src/${name}/{rejections,rejections/*}.ts`, (value) =>
    ts.isCallExpression(value) ? tidy(value.typeArguments?.[0]?.getText() ?? '') : '',
  )
  const meanings = propertiesIn(`src/${name}/settings.ts`, () => '')
  const told = policiesIn(name)
  const withOthers = Object.entries(withModules).flatMap(([other, some]) =>
    some.map((policy) => ({ policy, beside: ` (with ${other})` })),
  )
  return [
    table(
      ['command', 'events', 'rejections', 'note'],
      decisions.map(({ command }) => {
        const type = command.type as string
        const { events = [], rejections: codes = [] } = answers.get(type) ?? {}
        return [
          `\`${type}\``,
          named(inOrder(events)),
          named(inOrder(codes.filter((code) => !always.includes(code)))),
          commands.get(type)?.meaning ?? '',
        ]
      }),
    ),
    `Every command may also be rejected with ${always.map((code) => `\`${code}\``).join(', ')}.`,
    table(
      ['rejection', 'data'],
      Object.keys(rejections).map((code) => [`\`${code}\``, `\`${data.get(code)?.data || '{}'}\``]),
    ),
    table(
      ['policy', 'on', 'commands', 'meaning'],
      [...policies.map((policy) => ({ policy, beside: '' })), ...withOthers].map(({ policy, beside }) => {
        const { comment = '', commands: follow = [] } = told.get(policy.name) ?? {}
        return [`\`${policy.name}\`${beside}`, `\`${policy.when}\``, named(follow), comment]
      }),
    ),
    table(
      ['setting', 'default', 'meaning'],
      Object.entries(settings as Readonly<Record<string, unknown>>).map(([key, value]) => [
        `\`${key}\``,
        `\`${JSON.stringify(value).replaceAll('"', "'")}\``,
        meanings.get(key)?.comment ?? '',
      ]),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const begin = '<!-- Tables written by `npx vitest run test/house/docs.test.ts -u` from the declarations. -->'
const end = '<!-- End of the tables. -->'

/** The first sentence of a comment. */
const sentence = (comment = ''): string => (/^.*?\.(?= |$)/.exec(comment)?.[0] ?? comment).replace(/:$/, '.')

/** The functions that a room exports, and the first sentence of each. */
const functionsOf = (room: string): string => {
  const front = `src/${room}/index.ts`
  const names = Object.keys(exportsOf[room as keyof typeof exportsOf])
  return table(
    ['function', 'meaning'],
    names.sort().flatMap((name) => {
      const found = lookUp(name, front)
      return found !== undefined && ts.isArrowFunction(found.node)
        ? [[`\`${name}\``, sentence(found.comment)]]
        : []
    }),
  )
}

/** The metrics of each folder, by their calculators. */
const metricsByFolder = (): string => {
  const folderOf = new Map(
    globSync('src/metrics/*/*.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^export const (\w+)Entry\b/gm)].map(
        ([, calculator = '']) => [calculator, file.split('/')[2] ?? ''] as const,
      ),
    ),
  )
  const folders = [...new Set(metricCatalog.map(({ calculator }) => folderOf.get(calculator) ?? ''))].sort()
  return table(
    ['folder', 'metrics'],
    folders.map((folder) => [
      `\`${folder}/\``,
      metricCatalog
        .filter(({ calculator }) => folderOf.get(calculator) === folder)
        .map(({ id, calculator }) => `\`${calculator}\` (${id})`)
        .join(', '),
    ]),
  )
}

/** A README as it ought to be: the tables between the marks, the rest as it is. */
const withTables = (room: string, tables: string) => {
  const file = `src/${room}/README.md`
  const text = readFileSync(file, 'utf8')
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`${file} needs the marks of its tables: ${begin} and ${end}`)
  return { file, text: `${text.slice(0, from + begin.length)}\n\n${tables}\n\n${text.slice(to)}` }
}

/** A room's module, and the one beside it that a host may add. */
const together = (module: Module, beside: Module): Module => ({
  ...module,
  decisions: [...module.decisions, ...beside.decisions],
  policies: [...module.policies, ...beside.policies],
  withModules: Object.fromEntries(
    Object.keys({ ...module.withModules, ...beside.withModules }).map((other) => [
      other,
      [...(module.withModules[other] ?? []), ...(beside.withModules[other] ?? [])],
    ]),
  ),
})

/** Each README as it ought to be. */
export const readmesOf = (answers: ReadonlyMap<string, Answers>) => [
  ...(lifecycle as readonly Module[]).map((module) =>
    withTables(
      module.name,
      tablesOf(module.name === 'evaluation' ? together(module, statistics as Module) : module, answers),
    ),
  ),
  withTables('metrics', metricsByFolder()),
  withTables('reports', functionsOf('reports')),
  withTables('interop', functionsOf('interop')),
]
