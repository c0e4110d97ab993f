/** What one source file does that the house has an opinion about. */
import ts from 'typescript'

export type Import = { readonly from: string; readonly typesOnly: boolean; readonly line: number }
/** Something said in a file that a rule may forbid, in the words of the file. */
export type Saying = { readonly rule: keyof typeof manners; readonly text: string; readonly line: number }
export type Source = { readonly imports: readonly Import[]; readonly sayings: readonly Saying[] }

export const manners = {
  clock: 'nobody looks at the clock: an instant comes in with a command',
  dice: 'nobody throws dice: chance comes in from the host',
  world: 'nobody looks at the world: the core is pure',
  surroundings: 'nobody asks where it runs: name the zone and the locale',
  enum: 'no enum: a union of literals',
  class: 'no class is exported: plain values and functions',
  default: 'no default export: a name that can be searched for',
} as const

const worldly = ['process', 'fetch', 'crypto', 'console', 'globalThis', 'window', 'require', 'Deno', 'Bun']
const timely = ['performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask']
const localGetter = /^[gs]et(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|Year|TimezoneOffset)$/
const localText = /^to(DateString|TimeString|Locale(Date|Time)?String)$/

const namesDeclaredIn = (file: ts.SourceFile): ReadonlySet<string> => {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node)
    if (declares && node.name && ts.isIdentifier(node.name)) names.add(node.name.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return names
}

/** Whether an identifier is used as a value of its own, and not as somebody's field or type. */
const standsAlone = (node: ts.Identifier): boolean => {
  const { parent } = node
  const namesAField =
    (ts.isPropertyAccessExpression(parent) ||
      ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isMethodDeclaration(parent)) &&
    parent.name === node
  const namesABoundField = ts.isBindingElement(parent) && parent.propertyName === node
  return !namesAField && !namesABoundField && !ts.isTypeReferenceNode(parent)
}

const importOf = (node: ts.Node): Omit<Import, 'line'> | undefined => {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const clause = node.importClause
    const named = clause?.namedBindings
    const eachIsType =
      named !== undefined && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly)
    const typesOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || (!clause?.name && eachIsType)
    return { from: node.moduleSpecifier.text, typesOnly }
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    const clause = node.exportClause
    const eachIsType =
      clause !== undefined &&
      ts.isNamedExports(clause) &&
      clause.elements.every((element) => element.isTypeOnly)
    return { from: node.moduleSpecifier.text, typesOnly: node.isTypeOnly || eachIsType }
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [what] = node.arguments
    return {
      from: what && ts.isStringLiteralLike(what) ? what.text : (what?.getText() ?? ''),
      typesOnly: false,
    }
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return { from: node.argument.literal.getText().slice(1, -1), typesOnly: true }
  return undefined
}

const isExported = (node: ts.Node) =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)

const isDefault = (node: ts.Node) =>
  ts.isExportAssignment(node) ||
  (ts.isExportSpecifier(node) && node.name.text === 'default') ||
  (ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword))

/** Reads one file. Comments are not read: an `@example` may import what it likes. */
export const readSource = (path: string, text: string): Source => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const declared = namesDeclaredIn(file)
  const classes = new Set(file.statements.filter(ts.isClassDeclaration).map((node) => node.name?.text))
  const imports: Import[] = []
  const sayings: Saying[] = []

  const ruleBrokenBy = (node: ts.Node): Saying['rule'] | undefined => {
    if (ts.isEnumDeclaration(node)) return 'enum'
    if (isDefault(node)) return 'default'
    if (ts.isClassDeclaration(node) && isExported(node)) return 'class'
    if (ts.isExportSpecifier(node) && classes.has((node.propertyName ?? node.name).text)) return 'class'
    if (ts.isVariableStatement(node) && isExported(node)) {
      const holdsClass = node.declarationList.declarations.some(
        ({ initializer }) => initializer && ts.isClassExpression(initializer),
      )
      if (holdsClass) return 'class'
    }
    if (ts.isNewExpression(node)) {
      const what = node.expression.getText()
      const given = node.arguments?.length ?? 0
      if (what === 'Date' && given === 0) return 'clock'
      if (what === 'Date' && given > 1) return 'surroundings'
      if (what.startsWith('Intl.') && given === 0) return 'surroundings'
    }
    if (ts.isCallExpression(node)) {
      const what = node.expression
      if (what.getText() === 'Date') return 'clock'
      if (ts.isPropertyAccessExpression(what)) {
        const method = what.name.text
        if (localGetter.test(method)) return 'surroundings'
        if (localText.test(method) && node.arguments.length === 0) return 'surroundings'
        if (method === 'localeCompare' && node.arguments.length < 2) return 'surroundings'
      }
    }
    if (ts.isPropertyAccessExpression(node)) {
      if (node.getText() === 'Date.now') return 'clock'
      if (node.getText() === 'Math.random') return 'dice'
    }
    if (ts.isIdentifier(node) && !declared.has(node.text) && standsAlone(node)) {
      if (worldly.includes(node.text)) return 'world'
      if (timely.includes(node.text)) return 'clock'
    }
    return undefined
  }

  const visit = (node: ts.Node): void => {
    const line = () => file.getLineAndCharacterOfPosition(node.getStart()).line + 1
    const imported = importOf(node)
    if (imported) imports.push({ ...imported, line: line() })
    const rule = ruleBrokenBy(node)
    if (rule) sayings.push({ rule, text: node.getText().split('\n')[0]?.slice(0, 60) ?? '', line: line() })
    ts.forEachChild(node, visit)
  }
  visit(file)
  const namesItsZone = imports.some(({ from }) => from.startsWith('@date-fns/tz/'))
  return { imports, sayings: sayings.filter(({ rule }) => !(rule === 'surroundings' && namesItsZone)) }
}
