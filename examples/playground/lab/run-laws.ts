/** Runs the laws of a workflow whose rules are text: types are taken off, files find each other, and nothing else is to be had. */
import { transform } from 'sucrase'
import * as library from 'training-ops'
import * as kit from 'training-ops/testing'
import * as zod from 'zod'

export type Files = Readonly<Record<string, string>>
export type LawResult = {
  readonly name: string
  readonly holds: boolean
  readonly story?: string
  readonly seconds: number
}
export type Lab =
  | { readonly laws: readonly LawResult[] }
  /** The rules could not be read, or not be assembled. */
  | { readonly wrong: string }

type Module = Readonly<Record<string, unknown>>

const guests: Readonly<Record<string, Module>> = { 'training-ops': library, 'training-ops/testing': kit, zod }

/** The exports of a file, with those it imports. Throws what the file throws. */
const loaded = (files: Files, name: string, done: Map<string, Module>): Module => {
  const before = done.get(name)
  if (before !== undefined) return before
  const text = files[name]
  if (text === undefined) throw new Error(`${name}: no such file`)
  const { code } = transform(text, { transforms: ['typescript', 'imports'], filePath: name })
  const module = { exports: {} as Module }
  done.set(name, module.exports)
  const find = (path: string): Module => guests[path] ?? loaded(files, path.split('/').at(-1) ?? '', done)
  new Function('require', 'exports', 'module', code)(find, module.exports, module)
  return module.exports
}

/** What `lawsOf` is handed, taken from the files. */
type Given = {
  readonly training: Parameters<typeof kit.lawsOf>[0]
  readonly world: NonNullable<NonNullable<Parameters<typeof kit.stories>[1]>['in']>
  readonly always: NonNullable<NonNullable<Parameters<typeof kit.lawsOf>[1]>['always']>
  readonly until: NonNullable<NonNullable<Parameters<typeof kit.lawsOf>[1]>['until']>
  readonly mentoringCommands: Readonly<Record<string, unknown>>
}

export const runLaws = async (
  files: Files,
  { isChinese, runs }: { readonly isChinese: boolean; readonly runs: number },
  told: (law: LawResult) => void = () => undefined,
): Promise<Lab> => {
  try {
    const done = new Map<string, Module>()
    const { training, world, always, until, mentoringCommands } = {
      ...loaded(files, 'index.ts', done),
      ...loaded(files, 'laws.ts', done),
    } as unknown as Given
    const language = isChinese ? kit.zhCN : kit.en
    const lives = kit.stories(training, { in: world, only: Object.keys(mentoringCommands), upTo: 40 })
    const laws: LawResult[] = []
    for (const { name, check } of kit.lawsOf(training, { lives, always, until, runs, seed: 7, language })) {
      const begin = performance.now()
      let story: string | undefined
      try {
        await check()
      } catch (error) {
        story = error instanceof Error ? error.message : String(error)
      }
      const law = {
        name,
        holds: story === undefined,
        ...(story === undefined ? {} : { story }),
        seconds: (performance.now() - begin) / 1000,
      }
      laws.push(law)
      told(law)
    }
    return { laws }
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
}
