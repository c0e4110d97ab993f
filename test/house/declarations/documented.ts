/** What is exported, and whether a comment says what it is and shows it. */
import { resolve } from 'node:path'
import ts from 'typescript'

export const subpaths = ['index', 'metrics', 'reports', 'interop', 'host', 'testing'] as const

const entryOf = (subpath: string) => resolve(subpath === 'index' ? 'src/index.ts' : `src/${subpath}/index.ts`)

/** The comment before the declaration of a symbol, if it has one. */
const commentOf = (declaration: ts.Node): string => {
  const statement = ts.findAncestor(declaration, (node) => ts.isStatement(node)) ?? declaration
  const text = statement.getSourceFile().text
  const comments = ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? []
  return comments
    .map(({ pos, end }) => text.slice(pos, end))
    .filter((comment) => comment.startsWith('/**'))
    .join('\n')
}

/**
 * Of these kinds each one is told by its type, which says once what all of them are: the entry of a metric and its accumulator. A
 * rejection of the kernel is told as the type of its name.
 */
const isToldByItsType = (name: string, symbol: ts.Symbol): boolean =>
  /(Entry|Accumulator)$/.test(name) || (symbol.flags & ts.SymbolFlags.TypeAlias) !== 0

/** The exported values without a word on what they are, and the functions without an example. */
export const undocumented = (program: ts.Program): readonly string[] => {
  const checker = program.getTypeChecker()
  return subpaths.flatMap((subpath) => {
    const source = program.getSourceFile(entryOf(subpath))
    const module = source && checker.getSymbolAtLocation(source)
    if (module === undefined) throw new Error(`${subpath} is no part of the program`)
    return checker.getExportsOfModule(module).flatMap((exported) => {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
      const [declaration] = symbol.declarations ?? []
      if (declaration === undefined || !(symbol.flags & ts.SymbolFlags.Value)) return []
      if (isToldByItsType(exported.name, symbol)) return []
      const comment = commentOf(declaration)
      const isCalled = checker.getTypeOfSymbolAtLocation(symbol, declaration).getCallSignatures().length > 0
      if (comment === '') return [`${subpath}: ${exported.name} says nothing`]
      return isCalled && !comment.includes('@example')
        ? [`${subpath}: ${exported.name} shows no example`]
        : []
    })
  })
}
