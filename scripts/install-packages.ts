/**
 * The packages of a folder that has a lockfile of its own: installed on first use, in that folder. The library's own install
 * never asks for them.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const folder = (path: string): string => resolve(import.meta.dirname, '..', path)

export const hostFolder = folder('examples/host-postgres')
export const clusterFolder = folder('examples/host-cluster')
export const playgroundFolder = folder('examples/playground')
export const officeFolder = folder('examples/office')
export const siteFolder = folder('docs/site')
export const workbookFolder = folder('examples/read-a-workbook')

type Lock = {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly optional?: boolean }>>
}

/** npm leaves a list of what it has installed; a package of the lockfile that is not on it is missing, but for those of other machines. */
const isInstalled = (within: string): boolean => {
  const installed = join(within, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) return false
  const read = (file: string) => (JSON.parse(readFileSync(file, 'utf8')) as Lock).packages
  const there = read(installed)
  return Object.entries(read(join(within, 'package-lock.json'))).every(
    ([path, { version, optional = false }]) =>
      path === '' || there[path]?.version === version || (optional && there[path] === undefined),
  )
}

export const installPackages = (within: string, what: string): void => {
  if (isInstalled(within)) return
  console.log(`installing what ${what} needs, once …`)
  const options = { cwd: within, stdio: 'inherit' } as const
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], options)
  if (status !== 0) throw new Error(`npm ci in ${within} ended with ${status}`)
}

export const installHost = (): void => installPackages(hostFolder, 'the service')
export const installPlayground = (): void => installPackages(playgroundFolder, 'the playground')
export const installOffice = (): void => installPackages(officeFolder, 'writing Office files')
export const installSite = (): void => installPackages(siteFolder, 'the documentation site')
