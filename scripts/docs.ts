/**
 * The documentation site (`docs/site`): `npm run docs` serves it, `npm run docs:build` writes it to `docs/site/dist`, with the API
 * reference under `api/` and the playground under `playground/`. What it needs is installed in its own folder, once.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installPlayground, installSite, siteFolder } from './install-packages.ts'
import { command } from './steps.ts'

const { values } = parseArgs({ options: { build: { type: 'boolean', default: false } } })
const dist = join(siteFolder, 'dist')
const own = (program: string) => join(siteFolder, 'node_modules/.bin', program)

const build = (): void => {
  command(['npx', '--no-install', 'tsx', join(siteFolder, 'stage.ts')], {
    env: { TSX_TSCONFIG_PATH: join(siteFolder, 'tsconfig.json') },
  })
  command([own('vitepress'), 'build'], { cwd: siteFolder })
  command([own('typedoc')], { cwd: siteFolder })
  command(['npx', '--no-install', 'tsx', 'scripts/playground.ts', '--build', join(dist, 'playground')])
}

installSite()
installPlayground()
if (values.build || !existsSync(join(dist, 'playground'))) build()
else console.log('serving what was built before; npm run docs:build writes it anew')
if (!values.build) command([own('vitepress'), 'preview'], { cwd: siteFolder })
