/**
 * The documentation site and the playground: types, what the worker answers, links, and the pages in a real browser.
 * `npm run check:site`; `--built` takes the site that was built before.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installPlayground, installSite, playgroundFolder, siteFolder } from './install-packages.ts'
import { command, conclude, runSteps } from './steps.ts'

/** Built below the root of its address: what holds there holds at the root too. */
const base = '/training-ops/'
const { values } = parseArgs({ options: { built: { type: 'boolean', default: false } } })
const npx = (line: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  command(['npx', '--no-install', ...line], { env })

conclude(
  await runSteps([
    {
      name: 'packages of the site and the playground',
      run: () => {
        installSite()
        installPlayground()
      },
    },
    ...(values.built
      ? []
      : [
          {
            name: 'the site, built',
            run: () => {
              rmSync(join(siteFolder, 'dist'), { recursive: true, force: true })
              npx(['tsx', 'scripts/docs.ts', '--build'], { TRAINING_OPS_SITE_BASE: base })
            },
          },
        ]),
    { name: 'types of the playground', run: () => npx(['tsc', '--noEmit', '-p', playgroundFolder]) },
    { name: 'types of the site', run: () => npx(['tsc', '--noEmit', '-p', siteFolder]) },
    {
      name: 'its worker, its links, and its pages in a browser',
      run: () =>
        npx(['vitest', 'run', '--config', join(playgroundFolder, 'vitest.config.ts')], {
          TRAINING_OPS_SITE: join(siteFolder, 'dist'),
          TRAINING_OPS_SITE_BASE: base,
        }),
    },
  ]),
)
