import * as z from 'zod'
import type { Intent } from '../kernel/index.ts'
import { mistake } from '../kernel/index.ts'
import { same } from './same.ts'
import type { AnyStory } from './story.ts'

/**
 * The place where a host keeps the lives that broke a law, one text for all of them: a file, which belongs beside the tests. The
 * kit itself does no I/O.
 *
 * @example
 * ```ts
 * import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
 * import { tmpdir } from 'node:os'
 * import type { KeptLives } from 'training-ops/testing'
 * const file = `${mkdtempSync(`${tmpdir()}/kept-`)}/failing-lives.json`
 * const keep: KeptLives = {
 *   read: () => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
 *   write: (text) => writeFileSync(file, text),
 * }
 * keep.read() // => undefined
 * ```
 */
export type KeptLives = {
  /** The text as it was last written; `undefined` where none was. */
  readonly read: () => string | undefined
  /** Writes the text in place of the last one. */
  readonly write: (text: string) => void
}

/** Lives kept for each law at most; the oldest go first. */
const keptAtMost = 10

const form = z.record(
  z.string(),
  z.array(z.array(z.strictObject({ type: z.string(), data: z.record(z.string(), z.json()) }))),
)

/** The commands of a host in a life, as they can be asked again; those before the life began are not among them. */
const askedIn = ({ steps }: AnyStory): readonly Intent[] =>
  steps.flatMap(({ by, command: { type, data, metadata } }) =>
    by === 'host' && !metadata.commandId.startsWith('given') ? [{ type, data: data as never }] : [],
  )

/** The lives that are kept for each law. Throws `training-ops: lawsOf needs …` where the text is not one that it wrote. */
export const livesKept = (keep: KeptLives) => {
  const read = (): Readonly<Record<string, readonly (readonly Intent[])[]>> => {
    const text = keep.read()
    if (text === undefined || text.trim() === '') return {}
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch {
      json = undefined
    }
    const known = form.safeParse(json)
    if (known.success) return known.data
    throw mistake('lawsOf', 'the kept lives as it wrote them', JSON.stringify(text.slice(0, 40)))
  }
  return {
    of: (law: string): readonly (readonly Intent[])[] => read()[law] ?? [],
    add: (law: string, story: AnyStory): void => {
      const all = read()
      const life = JSON.parse(JSON.stringify(askedIn(story))) as readonly Intent[]
      const before = all[law] ?? []
      if (before.some((one) => same(one, life))) return
      keep.write(`${JSON.stringify({ ...all, [law]: [life, ...before].slice(0, keptAtMost) }, null, 2)}\n`)
    },
  }
}
