/**
 * What a built file does as it is loaded, written so that a bundler may leave out what nobody uses: each top-level value is the answer
 * of a call marked as pure. One file serves Node and bundlers alike.
 */
import { type Expression, type Pattern, parse, type SpreadElement } from 'acorn'

/** Whether a bundler sees by itself that making the value does nothing else. */
const plain = (value: Expression | SpreadElement | null): boolean => {
  switch (value?.type) {
    case 'Literal':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'Identifier':
      return true
    case 'TemplateLiteral':
      return value.expressions.length === 0
    case 'UnaryExpression':
      return plain(value.argument)
    case 'ArrayExpression':
      return value.elements.every(plain)
    case 'ObjectExpression':
      return value.properties.every(
        (property) => property.type === 'Property' && !property.computed && plain(property.value),
      )
    default:
      return false
  }
}

const called = (text: string): string => `/*@__PURE__*/(()=>(${text}))()`

/** The names that a pattern binds, and where each stands in the whole. */
const boundBy = (pattern: Pattern, textOf: (node: Pattern | Expression) => string): [string, string][] => {
  if (pattern.type === 'ArrayPattern')
    return pattern.elements.flatMap((one, at) => (one === null ? [] : [[textOf(one), `[${at}]`]]))
  if (pattern.type !== 'ObjectPattern') throw new Error(`a pattern that is not expected: ${textOf(pattern)}`)
  return pattern.properties.map((property) => {
    if (property.type !== 'Property' || property.value.type !== 'Identifier' || property.computed)
      throw new Error(`a pattern that is not expected: ${textOf(pattern)}`)
    return [property.value.name, `.${textOf(property.key as Expression)}`]
  })
}

/** The text of a module with each top-level value marked. A statement that does something as the file is loaded is refused. */
export const markedPure = (text: string, file: string): string => {
  const textOf = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    text.slice(start, end)
  const edits: { readonly start: number; readonly end: number; readonly to: string }[] = []
  let wholes = 0
  for (const statement of parse(text, { ecmaVersion: 'latest', sourceType: 'module' }).body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declared?.type === 'VariableDeclaration')
      for (const { id, init, start, end } of declared.declarations) {
        if (init === null || init === undefined) continue
        if (id.type === 'Identifier') {
          if (!plain(init)) edits.push({ start: init.start, end: init.end, to: called(textOf(init)) })
          continue
        }
        const whole = init.type === 'Identifier' ? init.name : `whole$${wholes++}`
        const parts = boundBy(id, textOf).map(([name, where]) => `${name}=${called(whole + where)}`)
        const made = whole === textOf(init) ? [] : [`${whole}=${called(textOf(init))}`]
        edits.push({ start, end, to: [...made, ...parts].join(',') })
      }
    else if (!/^(Import|Export|Function)|^ClassDeclaration$/.test(statement.type))
      throw new Error(`${file} does something as it is loaded: ${textOf(statement).slice(0, 200)}`)
  }
  return edits.reduceRight(
    (marked, { start, end, to }) => marked.slice(0, start) + to + marked.slice(end),
    text,
  )
}
