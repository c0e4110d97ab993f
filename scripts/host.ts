/** `npm run host`: the service of `examples/host-postgres`, which see. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { hostFolder, installHost } from './install-packages.ts'

installHost()
const program = join(hostFolder, 'main.ts')
const service = spawn(process.execPath, ['--import', 'tsx', program, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, TSX_TSCONFIG_PATH: join(hostFolder, 'tsconfig.json') },
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => service.kill(signal))
service.on('exit', (code) => process.exit(code ?? 1))
