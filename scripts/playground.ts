/**
 * `npm run playground`: a training year in the browser (`examples/playground`), on a port of this machine.
 * `--build DIR` writes it as files for any static server instead; `--pictures` takes the pictures of the README.
 */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { installPlayground, playgroundFolder } from './install-packages.ts'
import { command } from './steps.ts'

const { values } = parseArgs({ options: { build: { type: 'string' }, pictures: { type: 'boolean' } } })

installPlayground()
command(['npx', '--no-install', 'tsx', join(playgroundFolder, 'year/make-year.ts')], {
  env: { TSX_TSCONFIG_PATH: join(playgroundFolder, 'tsconfig.json') },
})
const vite = join(playgroundFolder, 'node_modules/.bin/vite')
const build = (folder: string) =>
  command([vite, 'build', '--emptyOutDir', '--outDir', folder], { cwd: playgroundFolder })
if (values.pictures) {
  build(join(playgroundFolder, 'dist'))
  command(['npx', '--no-install', 'tsx', join(playgroundFolder, 'pictures.ts')])
} else if (values.build === undefined) command([vite], { cwd: playgroundFolder })
else build(resolve(values.build))
