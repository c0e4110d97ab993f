/** Compiles many snippets as one program, in memory, beside the sources they import. */
import { resolve } from 'node:path'
import ts from 'typescript'

export type Snippet = { readonly name: string; readonly code: string; readonly at: (line: number) => string }

/** Snippets that were compiled together; the sources' own errors are another check's. */
export type Compiled = {
  readonly program: ts.Program
  /** Every type error of a snippet, as `FILE:LINE message`. */
  readonly errorsOf: (snippet: Snippet) => readonly string[]
}

/** Compiles all snippets at once: the sources they import are read and checked once. */
export const compiled = (snippets: readonly Snippet[]): Compiled => {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: [] },
    ts.sys,
    process.cwd(),
  )
  const pathOf = new Map(
    snippets.map((snippet, index) => [snippet, resolve(`test/docs.generated/${index}.ts`)] as const),
  )
  const byPath = new Map([...pathOf].map(([snippet, path]) => [path, snippet] as const))
  const host = ts.createCompilerHost(options)
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseNone
  const { getSourceFile, fileExists, readFile } = host
  const codeOf = (path: string) => {
    const snippet = byPath.get(resolve(path))
    return snippet && `${snippet.code}\nexport {}\n`
  }
  host.fileExists = (path) => byPath.has(resolve(path)) || fileExists(path)
  host.readFile = (path) => codeOf(path) ?? readFile(path)
  host.getSourceFile = (path, target, ...rest) => {
    const code = codeOf(path)
    return code === undefined
      ? getSourceFile.call(host, path, target, ...rest)
      : ts.createSourceFile(path, code, target, true)
  }
  const program = ts.createProgram([...byPath.keys()], options, host)
  return {
    program,
    errorsOf: (snippet) => {
      const file = program.getSourceFile(pathOf.get(snippet) ?? '')
      if (!file) throw new Error(`${snippet.name} was not compiled`)
      return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
        ({ start = 0, messageText }) => {
          const line = file.getLineAndCharacterOfPosition(start).line + 1
          return `${snippet.at(line)} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
        },
      )
    },
  }
}
