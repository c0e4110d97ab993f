/** Runs named steps one after the other, and says at the end which held. */
import { spawnSync } from 'node:child_process'

export type Step = { readonly name: string; readonly run: () => void | Promise<void> }
export type StepResult = { readonly name: string; readonly passed: boolean; readonly seconds: number }

type Surroundings = { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> }

/** Runs a command and shows what it prints; throws when it fails. */
export const command = (line: readonly string[], { cwd, env }: Surroundings = {}): void => {
  const [program = '', ...given] = line
  const options = { stdio: 'inherit' as const, env: { ...process.env, ...env } }
  const { status, signal, error } = spawnSync(program, given, cwd ? { ...options, cwd } : options)
  if (error) throw error
  if (status !== 0) throw new Error(`${line.join(' ')} ended with ${signal ?? status}`)
}

/** Runs a command and gives back what it prints. */
export const outputOf = (line: readonly string[], { cwd }: Surroundings = {}): string => {
  const [program = '', ...given] = line
  const options = { encoding: 'utf8' as const, maxBuffer: 64 * 1024 * 1024 }
  const { status, stdout, stderr } = spawnSync(program, given, cwd ? { ...options, cwd } : options)
  if (status !== 0) throw new Error(`${line.join(' ')} ended with ${status}\n${stdout}${stderr}`)
  return stdout
}

/** Every step is run, whatever became of those before it. */
export const runSteps = async (steps: readonly Step[]): Promise<StepResult[]> => {
  const results: StepResult[] = []
  for (const { name, run } of steps) {
    console.log(`\n── ${name}`)
    const start = Date.now()
    const seconds = () => (Date.now() - start) / 1000
    try {
      await run()
      results.push({ name, passed: true, seconds: seconds() })
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
      results.push({ name, passed: false, seconds: seconds() })
    }
  }
  return results
}

/** Prints one line a step, and sets the exit status. */
export const conclude = (results: readonly StepResult[]): void => {
  console.log('')
  for (const { name, passed, seconds } of results)
    console.log(`${passed ? 'ok  ' : 'FAIL'} ${seconds.toFixed(1).padStart(6)} s  ${name}`)
  if (results.some(({ passed }) => !passed)) process.exitCode = 1
}
