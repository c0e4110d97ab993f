/** Finds the TypeScript that documentation shows. */

/** One ```ts fence: its lines, and where the first of them stands. */
export type Fence = {
  readonly file: string
  readonly line: number
  readonly lines: readonly string[]
  readonly mode: 'run' | 'compile'
  readonly continues: boolean
}

/** Fences of one page that share a scope, as one program; `at` says where line n of it stands. */
export type Program = {
  readonly name: string
  /** All of it, to be compiled. */
  readonly code: string
  /** What of it is run: the fences marked `no-run` are blank lines here. */
  readonly runs: string
  readonly at: (line: number) => string
}

const opening = /^(\s*(?:\*\s?)?)```([\w-]*)[ \t]*(.*)$/

const words = ['no-run', 'continue']

/** Every ts fence of a Markdown page, or of the doc comments of a source file. */
export const fencesOf = (file: string, text: string): Fence[] => {
  const fences: Fence[] = []
  const lines = text.split(/\r?\n/)
  for (let index = 0; index < lines.length; index++) {
    const [, prefix = '', language = '', info = ''] = opening.exec(lines[index] ?? '') ?? []
    if (!lines[index]?.includes('```') || !opening.test(lines[index] ?? '')) continue
    const start = index + 1
    const strip = (line: string) =>
      prefix.includes('*')
        ? line.replace(/^\s*\* ?/, '')
        : line.startsWith(prefix)
          ? line.slice(prefix.length)
          : line
    while (++index < lines.length && !/^\s*(\*\s?)?```\s*$/.test(lines[index] ?? '')) {}
    const here = `${file}:${start}`
    if (index >= lines.length) throw new Error(`${here}: this fence is never closed`)
    if (language === 'typescript') throw new Error(`${here}: write \`\`\`ts, so that it is compiled and run`)
    if (language !== 'ts') continue
    const marks = info.split(/\s+/).filter(Boolean)
    const unknown = marks.find((mark) => !words.includes(mark))
    if (unknown) throw new Error(`${here}: a ts fence may say ${words.join(', ')}, not "${unknown}"`)
    fences.push({
      file,
      line: start + 1,
      lines: lines.slice(start, index).map(strip),
      mode: marks.includes('no-run') ? 'compile' : 'run',
      continues: marks.includes('continue'),
    })
  }
  return fences
}

/** An `@example` that shows no fence is an example nobody runs. */
export const examplesWithoutFence = (file: string, text: string): string[] =>
  text
    .split(/\r?\n/)
    .flatMap((line, index, lines) =>
      /^\s*\*?\s*(\/\*\*\s*)?@example\b/.test(line) && !/```ts/.test(lines.slice(index, index + 4).join('\n'))
        ? [`${file}:${index + 1}: an @example needs a \`\`\`ts fence`]
        : [],
    )

/** Joins each fence marked `continue` with the one before it on its page. */
export const programsOf = (fences: readonly Fence[]): Program[] => {
  const chains: Fence[][] = []
  for (const fence of fences) {
    const last = chains.at(-1)
    if (!fence.continues) chains.push([fence])
    else if (last?.[0]?.file === fence.file) last.push(fence)
    else throw new Error(`${fence.file}:${fence.line}: nothing to continue`)
  }
  return chains.map((chain) => {
    const places = chain.flatMap(({ file, line, lines }) =>
      lines.map((_, index) => `${file}:${line + index}`),
    )
    return {
      name: chain.map(({ file, line }, index) => (index === 0 ? `${file}:${line}` : line)).join(', '),
      code: chain.flatMap(({ lines }) => lines).join('\n'),
      runs: chain.flatMap(({ lines, mode }) => (mode === 'run' ? lines : lines.map(() => ''))).join('\n'),
      at: (line) => places[Math.min(line, places.length) - 1] ?? chain[0]?.file ?? '',
    }
  })
}
