/**
 * The example that reads Excel workbooks: its types and its test. `npm run check:workbook`. Its packages come from the registry; with
 * `--or-skip` it says so and ends well where the registry does not give them.
 */
import { join } from 'node:path'
import { installWorkbook, workbookFolder } from './install-packages.ts'
import { command, conclude, runSteps } from './steps.ts'

const npx = (...line: readonly string[]) => command(['npx', '--no-install', ...line])

const isThere = (): boolean => {
  try {
    installWorkbook()
    return true
  } catch (error) {
    if (!process.argv.includes('--or-skip')) throw error
    console.log(`skipped: the packages of the workbook are not installed (${String(error)})`)
    return false
  }
}

if (isThere())
  conclude(
    await runSteps([
      { name: 'types of the workbook', run: () => npx('tsc', '--noEmit', '-p', workbookFolder) },
      {
        name: 'test of the workbook',
        run: () => npx('vitest', 'run', '--config', join(workbookFolder, 'vitest.config.ts')),
      },
    ]),
  )
