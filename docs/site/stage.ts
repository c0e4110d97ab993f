/**
 * Lays out the pages of the site in `pages/`, from what the repository says already: docs/, the READMEs of the rooms and of the
 * examples, the sources that they link to, and the catalog of commands, events, rejections and metrics with links both ways.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'
import { lifecycle } from 'training-ops'
import { metricCatalog } from 'training-ops/metrics'
import { en, wordsFor, zhCN } from 'training-ops/reports'
import { eventsBehindMetrics } from './events-behind.ts'
import { anchorOf, linksRewritten, withFences } from './markdown.ts'

const root = resolve(import.meta.dirname, '../..')
const pages = join(import.meta.dirname, 'pages')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const files = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map(({ parentPath, name }) => posix.join(parentPath.slice(root.length + 1), name))
    .filter((path) => !path.includes('node_modules'))

const rooms = lifecycle.map(({ name }) => name)

const isRoom = (name: string): boolean => rooms.some((room) => room === name)

/** Pages that stand as they are. The catalogs are laid out anew, and the lists of exports are TypeDoc's. */
const plain = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'NOTICE.md'],
  ...files('docs', '.md').filter(
    (path) => !/^docs\/(site|api|zh)\/|^docs\/(commands|events)\.md$/.test(path),
  ),
  ...files('src', 'README.md'),
  ...files('examples', 'README.md'),
]

// What answers a command, from the tables of the rooms.

type Answers = { readonly events: readonly string[]; readonly rejections: readonly string[] }
const codesIn = (cell = ''): readonly string[] => [...cell.matchAll(/`(\w+)`/g)].map(([, code = '']) => code)
const answers = new Map<string, Answers>(
  rooms.flatMap((room) =>
    read(`src/${room}/README.md`)
      .split('\n')
      .map((line) => line.split(/(?<!\\)\|/))
      .filter((cells) => cells.length === 6 && /^ `[A-Z]\w+` $/.test(cells[1] ?? ''))
      .map(([, command, events, rejections]) => [
        codesIn(command)[0] ?? '',
        { events: codesIn(events), rejections: codesIn(rejections) },
      ]),
  ),
)

/** The sections of a catalog by room: `## room`, and below it `### Name`. */
const sectionsOf = (page: string) => {
  const text = read(page)
  const [head = '', ...parts] = text.split(/^## /m)
  return {
    head,
    rooms: parts.map((part) => {
      const [name = '', ...sections] = part.split(/^### /m)
      return {
        room: name.split('\n')[0] ?? '',
        sections: sections.map((section) => {
          const [title = '', ...lines] = section.split('\n')
          return { title: title.trim(), text: lines.join('\n').trim() }
        }),
      }
    }),
  }
}
const commands = sectionsOf('docs/commands.md')
const events = sectionsOf('docs/events.md')
const pageOf = (catalog: typeof commands, folder: string) =>
  new Map(
    catalog.rooms.flatMap(({ room, sections }) =>
      sections.map(({ title }) => [title, `${folder}/${room}.md`] as const),
    ),
  )
const commandPage = pageOf(commands, 'docs/commands')
const eventPage = pageOf(events, 'docs/events')

/** Links within a catalog, whose sections now stand on pages of their own. */
const ledToPages = (text: string, page: string, pageOf: ReadonlyMap<string, string>): string =>
  text.replace(/\]\(#([^)]+)\)/g, (whole, anchor: string) => {
    const [, target] = [...pageOf].find(([title]) => anchorOf(title) === anchor) ?? []
    return target === undefined ? whole : `](${posix.relative(posix.dirname(page), target)}#${anchor})`
  })

const linkTo = (page: string, target: string | undefined, name: string): string =>
  target === undefined
    ? `\`${name}\``
    : `[\`${name}\`](${posix.relative(posix.dirname(page), target)}#${anchorOf(name)})`

const from = <Key>(pairs: Iterable<readonly [Key, string]>): ReadonlyMap<Key, readonly string[]> => {
  const found = new Map<Key, string[]>()
  for (const [key, value] of pairs) found.set(key, [...(found.get(key) ?? []), value])
  return found
}
const commandsOfEvent = from(
  [...answers].flatMap(([command, { events }]) => events.map((event) => [event, command] as const)),
)
const commandsOfRejection = from(
  [...answers].flatMap(([command, { rejections }]) => rejections.map((code) => [code, command] as const)),
)
const behind = eventsBehindMetrics(root)
const metricsOfEvent = from(
  [...behind].flatMap(([metric, types]) => types.map((type) => [type, metric] as const)),
)
const cardOf = new Map(
  files('docs/metrics', '.md').flatMap((path) => {
    const [, id] = /\/(M\d+\w?)-/.exec(path) ?? []
    return id === undefined ? [] : [[id, path] as const]
  }),
)
const metricLink = (page: string, id: string): string => {
  const card = cardOf.get(id)
  return card === undefined
    ? id
    : `[${id}](${posix.relative(posix.dirname(page), card)} "${wordsFor(en, `metric.${id}`)}")`
}

const lines = (...parts: readonly (string | false | undefined)[]): string =>
  parts.filter((part) => part !== false && part !== undefined).join('\n\n')
const listed = (label: string, items: readonly string[] | undefined): string | false =>
  items !== undefined && items.length > 0 && `**${label}:** ${items.join(' · ')}`

const written = new Map<string, string>()
const write = (page: string, text: string): void => {
  written.set(page, text)
}

for (const { room, sections } of commands.rooms) {
  const page = `docs/commands/${room}.md`
  write(
    page,
    lines(
      `# Commands of ${room}`,
      `[All commands](../commands.md)${isRoom(room) ? ` · [events of ${room}](../events/${room}.md) · [the room](../../src/${room}/README.md)` : ''}`,
      ...sections.map(({ title, text }) =>
        lines(
          `## ${title}`,
          ledToPages(text, page, commandPage),
          listed(
            'Events',
            answers.get(title)?.events.map((event) => linkTo(page, eventPage.get(event), event)),
          ),
          listed(
            'Rejections',
            answers.get(title)?.rejections.map((code) => linkTo(page, 'docs/rejections.md', code)),
          ),
        ),
      ),
    ),
  )
}
for (const { room, sections } of events.rooms) {
  const page = `docs/events/${room}.md`
  write(
    page,
    lines(
      `# Events of ${room}`,
      `[All events](../events.md)${isRoom(room) ? ` · [commands of ${room}](../commands/${room}.md) · [the room](../../src/${room}/README.md)` : ''}`,
      ...sections.map(({ title, text }) =>
        lines(
          `## ${title}`,
          ledToPages(text, page, eventPage),
          listed(
            'From',
            commandsOfEvent.get(title)?.map((command) => linkTo(page, commandPage.get(command), command)),
          ),
          listed(
            'Read by the metrics',
            metricsOfEvent.get(title)?.map((id) => metricLink(page, id)),
          ),
        ),
      ),
    ),
  )
}
const index = (page: string, title: string, lead: string, catalog: typeof commands, folder: string) =>
  write(
    page,
    lines(
      `# ${title}`,
      lead,
      ledToPages(catalog.head, page, folder === 'docs/commands' ? commandPage : eventPage)
        .split('\n')
        .slice(1)
        .join('\n')
        .replace(/^Written by[^\n]*\n/m, '')
        .trim(),
      ...catalog.rooms.map(({ room, sections }) =>
        lines(
          `## ${room}`,
          sections.map(({ title: name }) => linkTo(page, `${folder}/${room}.md`, name)).join(' · '),
        ),
      ),
    ),
  )
index(
  'docs/commands.md',
  'Commands (命令目录)',
  'What may be asked, with the events and the rejections of each.',
  commands,
  'docs/commands',
)
index(
  'docs/events.md',
  'Events (事件目录)',
  'What happened, with the commands it comes from and the metrics that read it.',
  events,
  'docs/events',
)

const codes = [
  ...new Set([
    ...[...answers.values()].flatMap(({ rejections }) => rejections),
    'IllegalTransition',
    'Unknown',
    'NotAuthorized',
    'InstantAhead',
    'InstantPast',
  ]),
].sort()
const rejectionWords = (code: string) => {
  const key = `rejection.${code}`
  const [english, chinese] = [wordsFor(en, key), wordsFor(zhCN, key)]
  return english === key ? false : `${english.replace(/[{}]/g, '*')}\n\n${chinese.replace(/[{}]/g, '*')}`
}
write(
  'docs/rejections.md',
  lines(
    '# Rejections (拒绝目录)',
    'The fact in the way, as a code with its data, and in words; in the words, what stands in *italics* is filled in. `explainRejection` tells them.',
    ...codes.map((code) =>
      lines(
        `## ${code}`,
        rejectionWords(code),
        listed(
          'Answers',
          commandsOfRejection
            .get(code)
            ?.map((command) => linkTo('docs/rejections.md', commandPage.get(command), command)),
        ),
      ),
    ),
  ),
)

for (const page of plain) write(page, read(page))
for (const { id } of metricCatalog) {
  const card = cardOf.get(id)
  const types = behind.get(id)
  if (card === undefined || types === undefined) continue
  const text = written.get(card) ?? ''
  const known = types.filter((type) => eventPage.has(type))
  write(
    card,
    `${text}\n## Events behind it\n\nThe records it is taken from are folded from: ${known.map((type) => linkTo(card, eventPage.get(type), type)).join(' · ')}.\n`,
  )
}

// Chinese beside English: a page of docs/zh says the words, and takes its fences from the English page.
const chinese = existsSync(join(root, 'docs/zh')) ? files('docs/zh', '.md') : []
const besideHeading = (text: string, link: string): string =>
  text.replace(/^# .+$/m, (heading) => `${heading}\n\n${link}`)
for (const page of chinese) {
  const english = page.replace('docs/zh/', 'docs/')
  const filled = withFences(page, read(page), read(english))
  const up = posix.relative(posix.dirname(page), english)
  write(page.replace('docs/zh/', 'zh/docs/'), besideHeading(filled, `[English](${up})<!-- beside -->`))
  write(
    english,
    besideHeading(written.get(english) ?? '', `[中文](${posix.relative(posix.dirname(english), page)})`),
  )
}

// Links: a page that is here, a source that is laid out as one, or a folder's README.
const sources = new Set<string>()
/** No folder of a page begins with a dot. */
const sourcePage = (path: string): string => `source/${path.replace(/^\./, '')}.md`
const resolveLink = (
  page: string,
  path: string,
  anchor: string | undefined,
  isBeside: boolean,
): string | undefined => {
  const isChinese = page.startsWith('zh/')
  const base = isChinese ? page.replace('zh/docs/', 'docs/zh/') : page
  const target = posix.join(posix.dirname(base), path).replace(/\/$/, '')
  const at = (to: string) =>
    `${posix.relative(posix.dirname(page), to)}${anchor === undefined ? '' : `#${anchor}`}`
  if (/^docs\/api\//.test(target)) return '/api/index.html'
  const catalog =
    target === 'docs/commands.md' ? commandPage : target === 'docs/events.md' ? eventPage : undefined
  const moved = [...(catalog ?? [])].find(([name]) => anchorOf(name) === anchor)
  if (moved !== undefined) return at(moved[1])
  if (target.startsWith('docs/zh/')) return at(target.replace('docs/zh/', 'zh/docs/'))
  if (isChinese && !isBeside && written.has(`zh/${target}`)) return at(`zh/${target}`)
  if (written.has(target)) return at(target)
  if (target.endsWith('.png')) return at(target)
  if (written.has(`${target}/README.md`)) return at(`${target}/README.md`)
  const file = join(root, target)
  if (!existsSync(file)) throw new Error(`${page} links to ${path}: no such file`)
  if (statSync(file).isDirectory()) return undefined
  sources.add(target)
  return at(sourcePage(target))
}
const laidOut = new Map(
  [...written].map(([page, text]) => [
    page,
    linksRewritten(text, (path, anchor, isBeside) => resolveLink(page, path, anchor, isBeside)),
  ]),
)
for (const source of sources) {
  const kind = source.split('.').at(-1) ?? ''
  laidOut.set(
    sourcePage(source),
    `---\nsearch: false\noutline: false\n---\n\n# ${source}\n\n\`\`\`\`${['ts', 'json', 'tsx'].includes(kind) ? kind : 'text'}\n${read(source)}\n\`\`\`\`\n`,
  )
}

rmSync(pages, { recursive: true, force: true })
for (const [page, text] of laidOut) {
  mkdirSync(dirname(join(pages, page)), { recursive: true })
  writeFileSync(join(pages, page), text)
}
cpSync(join(import.meta.dirname, 'home'), pages, { recursive: true })
cpSync(join(root, 'docs/pictures'), join(pages, 'docs/pictures'), { recursive: true })
console.log(
  `${laidOut.size} pages laid out, ${chinese.length} of them in Chinese, ${sources.size} sources; ${codes.length} rejections, ${behind.size} metrics with their events`,
)
