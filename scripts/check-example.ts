/**
 * An example with packages of its own: its types and its tests. The packages come from the registry; with `--or-skip` it says so and
 * ends well where the registry does not give them.
 */
import { join } from 'node:path'
import { installPackages } from './install-packages.ts'
import { command, conclude, runSteps } from './steps.ts'

const npx = (...line: readonly string[]) => command(['npx', '--no-install', ...line])

export const checkExample = async (folder: string, what: string): Promise<void> => {
  try {
    installPackages(folder, what)
  } catch (error) {
    if (!process.argv.includes('--or-skip')) throw error
    console.log(`skipped: the packages of ${what} are not installed (${String(error)})`)
    return
  }
  conclude(
    await runSteps([
      { name: `types of ${what}`, run: () => npx('tsc', '--noEmit', '-p', folder) },
      {
        name: `tests of ${what}`,
        run: () => npx('vitest', 'run', '--config', join(folder, 'vitest.config.ts')),
      },
    ]),
  )
}
