/** The example that writes Office files: its types and its tests. `npm run check:office`. */
import { join } from 'node:path'
import { installOffice, officeFolder } from './install-packages.ts'
import { command, conclude, runSteps } from './steps.ts'

const npx = (...line: readonly string[]) => command(['npx', '--no-install', ...line])

conclude(
  await runSteps([
    { name: 'packages of the Office files', run: installOffice },
    { name: 'types of the Office files', run: () => npx('tsc', '--noEmit', '-p', officeFolder) },
    {
      name: 'tests of the Office files',
      run: () => npx('vitest', 'run', '--config', join(officeFolder, 'vitest.config.ts')),
    },
  ]),
)
