/** The playground: its types, what its worker answers, and the pages in a real browser. `npm run check:site`. */
import { join } from 'node:path'
import { installPlayground, playgroundFolder } from './install-packages.ts'
import { command, conclude, runSteps } from './steps.ts'

const npx = (...line: readonly string[]) => command(['npx', '--no-install', ...line])

conclude(
  await runSteps([
    { name: 'packages of the playground', run: installPlayground },
    {
      name: 'the playground, built',
      run: () => npx('tsx', 'scripts/playground.ts', '--build', join(playgroundFolder, 'dist')),
    },
    { name: 'types of the playground', run: () => npx('tsc', '--noEmit', '-p', playgroundFolder) },
    {
      name: 'its worker, and its pages in a browser',
      run: () => npx('vitest', 'run', '--config', join(playgroundFolder, 'vitest.config.ts')),
    },
  ]),
)
