/**
 * `npm run host`: the service of `examples/host-postgres`. Its own packages are installed on first use, in its own
 * folder, from its own lockfile; the library's install never asks for them.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const host = resolve(import.meta.dirname, '../examples/host-postgres')
const lock = join(host, 'package-lock.json')
const installed = join(host, 'node_modules/.package-lock.json')

/** npm leaves in node_modules what it has installed; a package of the lock that is not in it is missing. */
const isInstalled = (): boolean => {
  if (!existsSync(installed)) return false
  const read = (file: string) =>
    (JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, { version: string }> }).packages
  const [wanted, there] = [read(lock), read(installed)]
  return Object.entries(wanted).every(
    ([path, { version }]) => path === '' || there[path]?.version === version,
  )
}

if (!isInstalled()) {
  console.log('installing what the service needs, once …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: host, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

const service = spawn(
  process.execPath,
  ['--import', 'tsx', join(host, 'main.ts'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, TSX_TSCONFIG_PATH: join(host, 'tsconfig.json') },
  },
)
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => service.kill(signal))
service.on('exit', (code) => process.exit(code ?? 1))
