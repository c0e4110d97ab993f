/** Runs a program that documentation shows, in this process: its imports are the modules that are loaded already. */
import { deepStrictEqual, rejects } from 'node:assert/strict'
import ts from 'typescript'
import { assertionNames, withAssertions } from './assertions.ts'
import type { Program } from './fences.ts'

const located = (place: string, error: unknown) => {
  if (error instanceof Error) error.message = `${place}: ${error.message}`
  return error
}

/** `import { a as b } from 'm'` as a statement of a function. */
const asStatement = ({ importClause, moduleSpecifier }: ts.ImportDeclaration): string => {
  const from = `await __import(${moduleSpecifier.getText()})`
  const bindings = importClause?.namedBindings
  const whole = importClause?.name
  if (whole !== undefined) return `const ${whole.text} = (${from}).default;`
  if (bindings === undefined) return `${from};`
  if (ts.isNamespaceImport(bindings)) return `const ${bindings.name.text} = ${from};`
  const names = bindings.elements.map(({ name, propertyName }) =>
    propertyName === undefined ? name.text : `${propertyName.getText()}: ${name.text}`,
  )
  return `const { ${names.join(', ')} } = ${from};`
}

/** The program as the body of a function: no types, no import statements. */
const bodyOf = (code: string): string => {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  })
  const file = ts.createSourceFile('program.js', outputText, ts.ScriptTarget.ES2022, true)
  return file.statements
    .filter((one) => !ts.isExportDeclaration(one))
    .map((one) => (ts.isImportDeclaration(one) ? asStatement(one) : one.getFullText()))
    .join('\n')
}

const AsyncFunction = (async () => {}).constructor as new (
  ...given: readonly string[]
) => (...args: readonly unknown[]) => Promise<void>

/** Runs a program; a claim that does not hold is an error that names its page and line. */
export const run = async (
  program: Pick<Program, 'runs' | 'at'>,
  load: (module: string) => Promise<unknown>,
): Promise<void> => {
  const same = (line: number, actual: unknown, expected: unknown) => {
    try {
      deepStrictEqual(actual, expected)
    } catch (error) {
      throw located(program.at(line), error)
    }
  }
  const throws = async (line: number, act: () => unknown, message: RegExp) => {
    try {
      await rejects(async () => act(), message)
    } catch (error) {
      throw located(program.at(line), error)
    }
  }
  await new AsyncFunction(
    ...assertionNames,
    '__import',
    `'use strict';${bodyOf(withAssertions(program.runs))}`,
  )(same, throws, load)
}
