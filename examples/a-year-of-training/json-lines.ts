import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

export type ReadLine =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly unreadable: string }

/** The lines of a file of JSON Lines, numbered from 1; a line that is not JSON says why. Empty lines are passed over. */
export async function* jsonLines(file: string): AsyncGenerator<ReadLine> {
  const lines = createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  let number = 0
  for await (const line of lines) {
    number++
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line
    if (text.trim() === '') continue
    yield read(number, text)
  }
}

const read = (number: number, text: string): ReadLine => {
  try {
    return { number, value: JSON.parse(text) }
  } catch (error) {
    return { number, unreadable: (error as Error).message }
  }
}
