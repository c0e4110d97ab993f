/**
 * The documentation site (`docs/site`): `npm run docs` serves it, `npm run docs:build` writes it to `docs/site/dist`, with the API
 * reference under `api/` and the playground under `playground/`. What it needs is installed in its own folder, once.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installPlayground, installSite, siteFolder } from './install-packages.ts'
import { command } from './steps.ts'

/** Below the root of its address the site is built into a folder of that name, so that `dist` can be served as the root. */
const base = process.env.TRAINING_OPS_SITE_BASE ?? '/'
const { values } = parseArgs({ options: { build: { type: 'boolean', default: false } } })
const dist = join(siteFolder, 'dist', base)
const own = (program: string) => join(siteFolder, 'node_modules/.bin', program)

const build = (): void => {
  command(['npx', '--no-install', 'tsx', join(siteFolder, 'stage.ts')], {
    env: { TSX_TSCONFIG_PATH: join(siteFolder, 'tsconfig.json') },
  })
  command([own('vitepress'), 'build', '--outDir', dist], { cwd: siteFolder })
  command([own('typedoc'), '--out', join(dist, 'api')], { cwd: siteFolder })
  command(['npx', '--no-install', 'tsx', 'scripts/playground.ts', '--build', join(dist, 'playground')])
}

installSite()
installPlayground()
if (values.build || !existsSync(join(dist, 'playground'))) build()
else console.log('serving what was built before; npm run docs:build writes it anew')
if (!values.build) command([own('vitepress'), 'preview', '--outDir', dist], { cwd: siteFolder })
