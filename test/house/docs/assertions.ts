/** Turns `expression // => literal` and `expression // throws /regex/` into assertions. */
import ts from 'typescript'

type Claim = { readonly kind: '=>' | 'throws'; readonly text: string; readonly end: number }

const parses = (expression: string) => {
  const { diagnostics = [] } = ts.transpileModule(`;(${expression}\n)`, { reportDiagnostics: true })
  return diagnostics.length === 0
}

/** The claim behind a statement: on its line, or on the next one; a long literal goes on in further comments. */
const claimAfter = (code: string, end: number): Claim | undefined => {
  const [whole = '', kind, first = ''] =
    /^[ \t]*(?:\n[ \t]*)?\/\/ (=>|throws) (.*)/.exec(code.slice(end)) ?? []
  if (kind !== '=>' && kind !== 'throws') return undefined
  let text = first
  let upTo = end + whole.length
  while (!parses(text)) {
    const [line, more] = /^\n[ \t]*\/\/ ?(.*)/.exec(code.slice(upTo)) ?? []
    if (line === undefined || more === undefined) break
    text += `\n${more}`
    upTo += line.length
  }
  return { kind, text, end: upTo }
}

/** What running code gets besides what the page shows; each name is given by the test. */
export const assertionNames = ['__same', '__throws'] as const

const awaits = (node: ts.Node): boolean =>
  ts.isAwaitExpression(node) || (!ts.isFunctionLike(node) && (ts.forEachChild(node, awaits) ?? false))

const asserted = (statement: ts.Statement, { kind, text }: Claim, line: number): string | undefined => {
  const source = statement.getText().replace(/;$/, '')
  if (kind === 'throws') {
    if (!ts.isExpressionStatement(statement)) return undefined
    const held = awaits(statement) ? 'async ' : ''
    return `;await __throws(${line}, ${held}() => (${source}), ${text});`
  }
  if (ts.isExpressionStatement(statement)) return `;__same(${line}, (${source}), (${text}));`
  if (!ts.isVariableStatement(statement)) return undefined
  const declared = statement.declarationList.declarations.at(-1)?.name
  return declared && ts.isIdentifier(declared)
    ? `${source};__same(${line}, ${declared.text}, (${text}));`
    : undefined
}

/** The code with every claim asserted. A claim that belongs to no statement is an error: it would never fail. */
export const withAssertions = (code: string): string => {
  const file = ts.createSourceFile('fence.ts', code, ts.ScriptTarget.Latest, true)
  const edits: { start: number; end: number; text: string }[] = []
  let held = 0
  const lineAt = (position: number) => file.getLineAndCharacterOfPosition(position).line + 1
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node) || ts.isVariableStatement(node)) {
      const claim = claimAfter(code, node.getEnd())
      const text = claim && asserted(node, claim, lineAt(node.getStart()))
      if (claim && text !== undefined) {
        held++
        edits.push({ start: node.getStart(), end: claim.end, text })
        return
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  const claims = [...code.matchAll(/\/\/ (=>|throws) /g)]
  if (claims.length !== held)
    throw new Error(`${claims.length} claims (// => or // throws), and only ${held} follow an expression`)
  return edits
    .reverse()
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code)
}
