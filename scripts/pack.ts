/**
 * The package as it is published, in `out/package`, and packed: `npm run pack -- FOLDER`. Pages that are packed link to each other;
 * a link to any other page of the repository leads there where `package.json` names it, and is plain text where it does not.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { command } from './steps.ts'

type Manifest = {
  readonly repository?: { readonly url: string }
  readonly version: string
  readonly [field: string]: unknown
}

export const packedPages = ['README.md', 'CHANGELOG.md', 'NOTICE.md', 'docs/upgrading.md'] as const
const alsoPacked = ['LICENSE', 'package.json']

/** A page whose links lead somewhere from within the package. */
export const packedPage = (page: string, text: string, { repository, version }: Manifest): string => {
  // Whoever installs it built on no draft.
  const own = text.replace(/\n### Upgrading from the drafts[\s\S]*$/, '')
  const web = repository?.url.replace(/^git\+/, '').replace(/\.git$/, '')
  return own.replace(
    /\[([^\]\n]+(?:\n[^\]\n]+)?)\]\(([^)\s]+)\)/g,
    (link: string, told: string, to: string) => {
      if (/^([a-z]+:|#)/i.test(to)) return link
      const path = posix.join(posix.dirname(page), to.replace(/#.*/, ''))
      if ([...packedPages, ...alsoPacked].includes(path)) return link
      return web === undefined
        ? told
        : `[${told}](${web}/blob/v${version}/${posix.join(posix.dirname(page), to)})`
    },
  )
}

/**
 * Declarations as a compiler writes them, four spaces a step: a tenth of them is indentation. Nor does a compiler or an editor need
 * the star before each line of a comment; and an example shows at the name itself where it is imported from.
 */
const packedTypes = (text: string): string =>
  text
    .replace(/^(?: {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4))
    .replace(/\/\*\*\n[\s\S]*?\*\//g, (comment) =>
      comment
        .replace(/^\s*\* ?(?!\/)/gm, '')
        .replace(/^import \{ \w+ \} from 'training-ops(\/\w+)?'\n/gm, ''),
    )

/** What a consumer reads of it: no scripts, and nothing that only this repository needs. */
const publishedManifest = ({ scripts, devDependencies, allowScripts, overrides, ...rest }: Manifest) => rest

/** Puts the package together from what `npm run build` left, and answers its folder. */
export const staged = (): string => {
  const folder = resolve('out/package')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'docs'), { recursive: true })
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
  cpSync('dist', join(folder, 'dist'), { recursive: true })
  for (const file of readdirSync('dist').filter((name) => name.endsWith('.d.cts')))
    writeFileSync(join(folder, 'dist', file), packedTypes(readFileSync(join('dist', file), 'utf8')))
  cpSync('LICENSE', join(folder, 'LICENSE'))
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`)
  for (const page of packedPages)
    writeFileSync(join(folder, page), packedPage(page, readFileSync(page, 'utf8'), manifest))
  return folder
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  command(['npm', 'pack', staged(), '--ignore-scripts', '--pack-destination', process.argv[2] ?? '.'])
