import { start } from '../../examples/a-year-of-training/start.ts'

export type Ended = { readonly status: number; readonly said: string }

/** `npm start` with these arguments, in this process: the same work without a second start of Node. */
export const started = async (...args: readonly string[]): Promise<Ended> => {
  const said: string[] = []
  const says = { log: (line: string) => said.push(line), error: (line: string) => said.push(line) }
  return { status: await start(args, says as never), said: said.join('\n') }
}
