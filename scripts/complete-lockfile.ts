/**
 * A registry that lacks some platforms' builds makes npm leave their optional packages out of package-lock.json,
 * and `npm ci` then refuses the lockfile. Their versions are pinned by the packages that want them, so the entries
 * can be written down here: `npx tsx scripts/complete-lockfile.ts` after `npm install`. They carry no integrity.
 */
import { readFileSync, writeFileSync } from 'node:fs'

type Entry = { version?: string; optionalDependencies?: Record<string, string>; [field: string]: unknown }
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> }
const platform =
  /^@(biomejs\/cli|rollup\/rollup)-(android|darwin|freebsd|linux|openbsd|openharmony|win32)-(arm64|arm|x64|loong64|ppc64|riscv64|s390x|ia32)(?:-(\w+))?$/

const missing = Object.entries(lock.packages)
  .flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies).map(([name, version]) => ({ path, name, version })),
  )
  .filter(
    ({ path, name }) =>
      !(`node_modules/${name}` in lock.packages) && !(`${path}/node_modules/${name}` in lock.packages),
  )

for (const { name, version } of missing) {
  const [, family, os, cpu, abi] = platform.exec(name) ?? []
  if (!os || !cpu || !/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`cannot complete ${name}@${version}`)
  const libc = abi?.startsWith('musl') ? 'musl' : abi || family === 'biomejs/cli' ? 'glibc' : undefined
  lock.packages[`node_modules/${name}`] = {
    version,
    cpu: [cpu],
    dev: true,
    ...(os === 'linux' && libc ? { libc: [libc] } : {}),
    optional: true,
    os: [os],
  }
}
const { '': root = {}, ...others } = lock.packages
const sorted = Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1))
lock.packages = { '': root, ...Object.fromEntries(sorted) }
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${missing.length} entries written`)
