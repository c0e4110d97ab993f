/**
 * What is exported, with its types: `docs/api/<subpath>.api.md`, from the declarations that `npm run build` left in `dist`.
 * With `--check` nothing is written: it fails where a page is not what it would be.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

export const subpaths = ['index', 'metrics', 'reports', 'interop', 'host', 'testing'] as const
const pageOf = (subpath: string) => join('docs/api', `${subpath}.api.md`)

const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed })

/** Declarations without comments, and without names that the bundler of types made up. */
const declarationsOf = (symbol: ts.Symbol): readonly string[] =>
  (symbol.declarations ?? []).map((declaration) => {
    const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration
    return printer
      .printNode(ts.EmitHint.Unspecified, statement, declaration.getSourceFile())
      .replace(/^declare |^export (declare )?/, '')
      .replace(/\$\d+\b/g, '')
  })

const longest = 1500
/** A long one is told by its beginning and a digest: its fields are in docs/events.md and docs/commands.md. */
const shortened = (text: string): string =>
  text.length <= longest
    ? text
    : `${text.slice(0, 300)}\n… (${text.length} characters, sha256 ${createHash('sha256').update(text).digest('hex').slice(0, 16)})`

const reported = (program: ts.Program, subpath: string): string => {
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(`dist/${subpath}.d.cts`)
  const module = source && checker.getSymbolAtLocation(source)
  if (module === undefined) throw new Error(`dist/${subpath}.d.cts is no module: npm run build`)
  const entries = checker.getExportsOfModule(module).map((symbol) => {
    const own = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    return { name: symbol.name, text: shortened(declarationsOf(own).join('\n')) }
  })
  const name = subpath === 'index' ? 'training-ops' : `training-ops/${subpath}`
  return [
    `# ${name}`,
    '',
    'Everything that it exports. Written by `npm run build && npx tsx scripts/api-report.ts`; [what stays of it](../upgrading.md).',
    '',
    ...entries
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .flatMap(({ name, text }) => [`## ${name}`, '', '```text', text, '```', '']),
  ].join('\n')
}

const program = ts.createProgram(
  subpaths.map((subpath) => `dist/${subpath}.d.cts`),
  {
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
  },
)
const isCheck = process.argv.includes('--check')
mkdirSync('docs/api', { recursive: true })
const old = subpaths.filter((subpath) => {
  const [page, now] = [pageOf(subpath), reported(program, subpath)]
  if (existsSync(page) && readFileSync(page, 'utf8') === now) return false
  if (!isCheck) writeFileSync(page, now)
  return true
})
if (isCheck && old.length > 0)
  throw new Error(
    `the API changed: ${old.map(pageOf).join(', ')}; npx tsx scripts/api-report.ts, and a line in CHANGELOG.md`,
  )
console.log(old.length === 0 ? 'the API is as it is written' : `written: ${old.map(pageOf).join(', ')}`)
