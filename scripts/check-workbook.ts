/** The example that reads Excel workbooks: its types and its test. `npm run check:workbook`. */
import { join } from 'node:path'
import { installWorkbook, workbookFolder } from './install-packages.ts'
import { command, conclude, runSteps } from './steps.ts'

const npx = (...line: readonly string[]) => command(['npx', '--no-install', ...line])

conclude(
  await runSteps([
    { name: 'packages of the workbook', run: installWorkbook },
    { name: 'types of the workbook', run: () => npx('tsc', '--noEmit', '-p', workbookFolder) },
    {
      name: 'test of the workbook',
      run: () => npx('vitest', 'run', '--config', join(workbookFolder, 'vitest.config.ts')),
    },
  ]),
)
