/** `npm run office -- FOLDER`: installs what `examples/office` needs, on first use, and runs it. */
import { join } from 'node:path'
import { installOffice, officeFolder } from './install-packages.ts'
import { command } from './steps.ts'

installOffice()
command(['npx', '--no-install', 'tsx', join(officeFolder, 'main.ts'), ...process.argv.slice(2)], {
  env: { TSX_TSCONFIG_PATH: join(officeFolder, 'tsconfig.json') },
})
