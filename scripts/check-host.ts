/** The host on PostgreSQL: its types and its tests. `npm run check:host`; CI counts the tests it leaves in a file. */
import { join } from 'node:path'
import { hostFolder, installHost } from './install-packages.ts'
import { command, conclude, runSteps } from './steps.ts'

const npx = (...line: readonly string[]) => command(['npx', '--no-install', ...line])

conclude(
  await runSteps([
    { name: 'packages of the host', run: installHost },
    { name: 'types of the host', run: () => npx('tsc', '--noEmit', '-p', hostFolder) },
    {
      name: 'tests of the host',
      run: () => npx('vitest', 'run', '--config', join(hostFolder, 'vitest.config.ts')),
    },
  ]),
)
