/**
 * The meaning of every field of every command and event, read in the source: the comment above the field, or above the
 * shared piece of the same name that it is made of. Only the syntax is looked at, so this takes no compiler's time.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { globSync } from 'tinyglobby'
import ts from 'typescript'

/** A field as it is declared: what it means, and the fields inside it. */
export type DeclaredField = {
  readonly name: string
  /** `src/delivery/events/terms.ts:25` */
  readonly place: string
  readonly meaning: string | undefined
  readonly inside: readonly DeclaredField[]
}
/** A command or an event as it is declared. */
export type Declared = {
  readonly type: string
  readonly context: string
  readonly meaning: string | undefined
  readonly fields: readonly DeclaredField[]
}

/** An expression, and the file whose names it uses. */
type Place = { readonly node: ts.Expression; readonly file: string }
type Found = Place & { readonly comment: string | undefined }
type Property = Found & { readonly name: string; readonly at: ts.Node }

const sources = new Map<string, ts.SourceFile>()
const sourceOf = (file: string): ts.SourceFile => {
  let source = sources.get(file)
  if (source === undefined) {
    source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
    sources.set(file, source)
  }
  return source
}

/** The comment above a node, as one line. */
export const commentOf = (node: ts.Node): string | undefined => {
  const last = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1)
  const text = ts.getTextOfJSDocComment(last?.comment)?.replace(/\s+/g, ' ').trim()
  return text === '' ? undefined : text
}

/** Where a name is declared, however many files hand it on. */
export const lookUp = (name: string, file: string, handedOn = new Set<string>()): Found | undefined => {
  if (handedOn.has(file)) return undefined
  handedOn.add(file)
  for (const statement of sourceOf(file).statements) {
    if (ts.isVariableStatement(statement))
      for (const one of statement.declarationList.declarations)
        if (ts.isIdentifier(one.name) && one.name.text === name && one.initializer !== undefined)
          return { node: one.initializer, file, comment: commentOf(one) ?? commentOf(statement) }
    const from = fileOf(statement, file)
    if (from === undefined) continue
    if (ts.isExportDeclaration(statement) && statement.exportClause === undefined) {
      const found = lookUp(name, from, handedOn)
      if (found !== undefined) return found
    }
    const named = ts.isImportDeclaration(statement)
      ? statement.importClause?.namedBindings
      : ts.isExportDeclaration(statement)
        ? statement.exportClause
        : undefined
    if (named === undefined || !('elements' in named)) continue
    for (const one of named.elements)
      if (one.name.text === name) return lookUp((one.propertyName ?? one.name).text, from)
  }
  return undefined
}
const fileOf = (statement: ts.Statement, file: string): string | undefined => {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return undefined
  const from = statement.moduleSpecifier
  return from !== undefined && ts.isStringLiteral(from) && from.text.startsWith('.')
    ? join(dirname(file), from.text)
    : undefined
}

/** What stands behind a name, or behind a property of one. */
const behind = ({ node, file }: Place): Found | undefined => {
  if (ts.isIdentifier(node)) return lookUp(node.text, file)
  if (!ts.isPropertyAccessExpression(node)) return undefined
  if (node.name.text === 'shape') return { node: node.expression, file, comment: undefined }
  return propertiesOf({ node: node.expression, file }).find(({ name }) => name === node.name.text)
}

const makers = ['field', 'uniqueBy', 'idList', 'event', 'publicText', 'personalText', 'decided', 'once']

/** The schema a call makes something of: `title.optional()` is of `title`, `z.array(session)` of `session`. */
const madeOf = ({ node, file }: Place): Place[] => {
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node))
    return [{ node: node.expression, file }]
  if (!ts.isCallExpression(node)) return []
  const { expression, arguments: given } = node
  const first = given[0]
  if (ts.isIdentifier(expression)) {
    if (makers.includes(expression.text)) return first === undefined ? [] : [{ node: first, file }]
    const made = lookUp(expression.text, file)
    return made !== undefined && ts.isArrowFunction(made.node) && !ts.isBlock(made.node.body)
      ? [{ node: made.node.body, file: made.file }]
      : []
  }
  if (!ts.isPropertyAccessExpression(expression)) return []
  const called = expression.name.text
  if (!ts.isIdentifier(expression.expression) || expression.expression.text !== 'z')
    return called === 'extend' && first !== undefined
      ? [
          { node: expression.expression, file },
          { node: first, file },
        ]
      : [{ node: expression.expression, file }]
  if (called === 'union' || called === 'discriminatedUnion') {
    const list = given.at(-1)
    return list !== undefined && ts.isArrayLiteralExpression(list)
      ? list.elements.map((one) => ({ node: one, file }))
      : []
  }
  if (called === 'record') return given[1] === undefined ? [] : [{ node: given[1], file }]
  return ['array', 'strictObject', 'object'].includes(called) && first !== undefined
    ? [{ node: first, file }]
    : []
}

/** The fields a shape has, with what is spread into it. */
const propertiesOf = (place: Place): Property[] => {
  const { node, file } = place
  if (!ts.isObjectLiteralExpression(node)) {
    const found = behind(place)
    return found !== undefined ? propertiesOf(found) : madeOf(place).flatMap(propertiesOf)
  }
  const properties = new Map<string, Property>()
  for (const one of node.properties) {
    if (ts.isSpreadAssignment(one))
      for (const spread of propertiesOf({ node: one.expression, file })) properties.set(spread.name, spread)
    else if (one.name !== undefined && ts.isIdentifier(one.name)) {
      const name = one.name.text
      const comment = commentOf(one)
      if (ts.isPropertyAssignment(one)) {
        // A field that is spread and then given a default keeps its meaning.
        const before = properties.get(name)?.comment
        properties.set(name, { name, node: one.initializer, file, comment: comment ?? before, at: one })
      } else if (ts.isShorthandPropertyAssignment(one))
        properties.set(name, { name, node: one.name, file, comment, at: one })
    }
  }
  return [...properties.values()]
}

/** Whether a piece is named as the field is: `courseIds` may be a list of `courseId`. */
const isNamedFor = (name: string, piece: string): boolean =>
  piece === name || `${piece}s` === name || piece.toLowerCase() === `personal${name}`

/** The comment of the piece a field is made of, where the piece has the field's name. */
const pieceComment = (name: string, place: Place): string | undefined => {
  const { node } = place
  const called = ts.isIdentifier(node) ? node.text : ts.isPropertyAccessExpression(node) ? node.name.text : ''
  const found = behind(place)
  if (found !== undefined)
    return isNamedFor(name, called) && found.comment !== undefined ? found.comment : pieceComment(name, found)
  for (const one of madeOf(place)) {
    const comment = pieceComment(name, one)
    if (comment !== undefined) return comment
  }
  return undefined
}

const fieldsOf = (place: Place, depth = 0): DeclaredField[] =>
  depth > 6
    ? []
    : propertiesOf(place).map((one) => {
        const source = sourceOf(one.file)
        const line = source.getLineAndCharacterOfPosition(one.at.getStart(source)).line + 1
        return {
          name: one.name,
          place: `${one.file}:${line}`,
          meaning: one.comment ?? pieceComment(one.name, one),
          inside: fieldsOf(one, depth + 1),
        }
      })

const declaredIn = (files: string, isOne: (type: string, value: ts.Expression) => boolean): Declared[] =>
  globSync(files)
    .sort()
    .flatMap((file) => {
      const all: Declared[] = []
      const look = (node: ts.Node): void => {
        if (
          (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) &&
          ts.isIdentifier(node.name) &&
          /^[A-Z]/.test(node.name.text)
        ) {
          const value = ts.isPropertyAssignment(node) ? node.initializer : node.name
          if (isOne(node.name.text, value))
            all.push({
              type: node.name.text,
              context: file.split('/')[1] ?? '',
              meaning: commentOf(node),
              fields: fieldsOf({ node: value, file }),
            })
          return
        }
        ts.forEachChild(node, look)
      }
      look(sourceOf(file))
      return all
    })

const withContext = (all: readonly Declared[]): readonly Declared[] => {
  // In one context a name says one thing: a field without words of its own means what the others of its name mean.
  const meanings = new Map<string, Set<string>>()
  const keyOf = (type: Declared, path: string) => `${type.context} ${path}`
  const collect = (type: Declared, fields: readonly DeclaredField[], path: string): void => {
    for (const one of fields) {
      const key = keyOf(type, path + one.name)
      if (one.meaning !== undefined) meanings.set(key, (meanings.get(key) ?? new Set()).add(one.meaning))
      collect(type, one.inside, `${path}${one.name}.`)
    }
  }
  for (const one of all) collect(one, one.fields, '')
  const filled = (type: Declared, fields: readonly DeclaredField[], path: string): DeclaredField[] =>
    fields.map((one) => {
      const shared = [...(meanings.get(keyOf(type, path + one.name)) ?? [])]
      return {
        ...one,
        meaning: one.meaning ?? (shared.length === 1 ? shared[0] : undefined),
        inside: filled(type, one.inside, `${path}${one.name}.`),
      }
    })
  return all.map((one) => ({ ...one, fields: filled(one, one.fields, '') }))
}

/** Every command and event declared in `src`, by type. */
export const declarations = (): {
  readonly commands: ReadonlyMap<string, Declared>
  readonly events: ReadonlyMap<string, Declared>
} => {
  const commands = declaredIn('src/*/{commands,commands/*,*/commands}.ts', () => true)
  const events = declaredIn(
    'src/{*/{events,events/*,*/events},kernel/policy-command}.ts',
    (_, value) => ts.isCallExpression(value) && value.expression.getText() === 'event',
  )
  const both = withContext([...commands, ...events])
  const byType = (some: readonly Declared[]) => new Map(some.map((one) => [one.type, one] as const))
  return { commands: byType(both.slice(0, commands.length)), events: byType(both.slice(commands.length)) }
}
