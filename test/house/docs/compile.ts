/** Compiles many snippets at once, in memory, beside the sources they import. */
import { resolve } from 'node:path'
import ts from 'typescript'

export type Snippet = { readonly name: string; readonly code: string; readonly at: (line: number) => string }

/** Every type error of the snippets, as `FILE:LINE message`; the sources' own errors are another check's. */
export const compileErrors = (snippets: readonly Snippet[]): string[] => {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: [] },
    ts.sys,
    process.cwd(),
  )
  const byPath = new Map(
    snippets.map((snippet, index) => [resolve(`test/docs.generated/${index}.ts`), snippet] as const),
  )
  const host = ts.createCompilerHost(options)
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
  return [...byPath].flatMap(([path, { at }]) => {
    const file = program.getSourceFile(path)
    if (!file) throw new Error(`${path} was not compiled`)
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ start = 0, messageText }) => {
        const line = file.getLineAndCharacterOfPosition(start).line + 1
        return `${at(line)} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
      },
    )
  })
}
