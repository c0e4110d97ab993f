/**
 * The packages of `examples/host-postgres`: installed on first use, in its own folder and from its own lockfile. The
 * library's own install never asks for them.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const hostFolder = resolve(import.meta.dirname, '../examples/host-postgres')

type Lock = { readonly packages: Readonly<Record<string, { readonly version: string }>> }

/** npm leaves a list of what it has installed; a package of the lockfile that is not on it is missing. */
const isInstalled = (): boolean => {
  const installed = join(hostFolder, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) return false
  const read = (file: string) => (JSON.parse(readFileSync(file, 'utf8')) as Lock).packages
  const there = read(installed)
  return Object.entries(read(join(hostFolder, 'package-lock.json'))).every(
    ([path, { version }]) => path === '' || there[path]?.version === version,
  )
}

export const installHost = (): void => {
  if (isInstalled()) return
  console.log('installing what the service needs, once …')
  const options = { cwd: hostFolder, stdio: 'inherit' } as const
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], options)
  if (status !== 0) throw new Error(`npm ci in ${hostFolder} ended with ${status}`)
}
