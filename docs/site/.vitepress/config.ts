import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type DefaultTheme, defineConfig } from 'vitepress'
import { anchorOf } from '../markdown.ts'

const pages = fileURLToPath(new URL('../pages/', import.meta.url))
const titleOf = (page: string): string =>
  /^# (.+)$/m.exec(readFileSync(`${pages}${page}`, 'utf8'))?.[1]?.replace(/`/g, '') ?? page
const inFolder = (folder: string): readonly string[] =>
  existsSync(`${pages}${folder}`)
    ? readdirSync(`${pages}${folder}`)
        .filter((name) => name.endsWith('.md'))
        .sort()
    : []
const item = (page: string, text = titleOf(page)): DefaultTheme.SidebarItem => ({
  text,
  link: `/${page.replace(/\.md$/, '')}`,
})
const items = (folder: string, names: readonly string[] = inFolder(folder)): DefaultTheme.SidebarItem[] =>
  names.filter((name) => existsSync(`${pages}${folder}/${name}`)).map((name) => item(`${folder}/${name}`))

/** The guides in the order of the work. */
const guides = [
  'find-the-need',
  'plan-the-year',
  'courses-and-resources',
  'run-an-offering',
  'enrol-and-attend',
  'evaluate-a-program',
  'keep-current',
  'learning-culture',
  'roles-and-permissions',
  'reports',
  'bring-your-own-store',
  'migrating-from-an-lms',
  'test-your-workflow',
].map((name) => `${name}.md`)

/** A section with a sidebar of its own: its index first, then its pages. */
const section = (text: string, folder: string, first: string): DefaultTheme.SidebarItem[] => [
  {
    text,
    items: [
      item(first),
      ...inFolder(folder)
        .map((name) => item(`${folder}/${name}`))
        .filter(({ link }) => link !== `/${first.replace(/\.md$/, '')}`),
    ],
  },
  { text: 'More', items: [item('docs/tour.md'), ...reference] },
]

const reference: DefaultTheme.SidebarItem[] = [
  item('docs/metrics/which-number.md'),
  item('docs/metrics/README.md'),
  item('docs/commands.md'),
  item('docs/events.md'),
  item('docs/rejections.md'),
  item('docs/permissions.md'),
  item('docs/tables.md'),
  item('docs/glossary.md'),
  item('docs/capabilities.md'),
  { text: 'API', link: '/api/index.html', target: '_self' },
]

const roomPages = readdirSync(`${pages}src`).filter((room) => existsSync(`${pages}src/${room}/README.md`))

const sidebar: DefaultTheme.SidebarMulti = {
  '/docs/metrics/': section('Metrics', 'docs/metrics', 'docs/metrics/README.md'),
  '/docs/commands': section('Commands', 'docs/commands', 'docs/commands.md'),
  '/docs/events': section('Events', 'docs/events', 'docs/events.md'),
  '/': [
    { text: 'Start', items: [item('docs/tour.md'), item('README.md', 'At a glance'), item('docs/faq.md')] },
    { text: 'Guides', items: items('docs/guides', guides) },
    { text: 'Recipes', items: items('docs/recipes') },
    { text: 'Reference', items: reference },
    {
      text: 'Keep',
      items: [
        'docs/upgrading.md',
        'CHANGELOG.md',
        'docs/performance.md',
        'docs/threat-model.md',
        'SECURITY.md',
      ].map((page) => item(page)),
    },
    { text: 'How it is built', items: [item('ARCHITECTURE.md'), item('CONTRIBUTING.md')] },
    { text: 'Rooms', items: roomPages.map((room) => item(`src/${room}/README.md`, room)) },
    {
      text: 'Examples',
      items: readdirSync(`${pages}examples`).map((name) => item(`examples/${name}/README.md`)),
    },
  ],
}

const chineseSidebar: DefaultTheme.SidebarItem[] = [
  { text: '入门', items: [item('zh/docs/tour.md'), item('zh/docs/glossary.md')] },
  { text: '指南', items: items('zh/docs/guides', guides) },
  {
    text: '参考',
    items: [
      item('zh/docs/metrics/which-number.md'),
      item('docs/metrics/README.md'),
      item('docs/commands.md'),
      item('docs/events.md'),
      item('docs/rejections.md'),
      item('docs/permissions.md'),
      { text: 'API', link: '/api/index.html', target: '_self' },
    ],
  },
]

const playground = (text: string) => ({ text, link: '/playground/index.html', target: '_self' })

export default defineConfig({
  title: 'training-ops',
  description: 'The corporate training lifecycle as pure functions.',
  base: (process.env.TRAINING_OPS_SITE_BASE ?? '/') as `/${string}/`,
  head: [
    [
      'link',
      {
        rel: 'icon',
        href: `data:image/svg+xml,${encodeURIComponent(readFileSync(new URL('../favicon.svg', import.meta.url), 'utf8').trim())}`,
      },
    ],
  ],
  srcDir: 'pages',
  outDir: 'dist',
  lastUpdated: false,
  ignoreDeadLinks: [/^\/(api|playground)\//],
  transformHtml: (html) => html.replace('<div class="VPHome"', '<div role="main" class="VPHome"'),
  markdown: {
    html: false,
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    anchor: { slugify: anchorOf },
    // what stands between two braces is text, and no expression of Vue
    config: (markdown) => {
      markdown.core.ruler.push('braces', ({ tokens }) => {
        for (const { children } of tokens)
          for (const one of children ?? [])
            if (one.type === 'text') one.content = one.content.replace(/\{\{/g, '{\u200b{')
      })
    },
  },
  locales: {
    root: { label: 'English', lang: 'en' },
    zh: {
      label: '中文',
      lang: 'zh-CN',
      link: '/zh/',
      title: 'training-ops',
      description: '企业培训全生命周期的纯函数库。',
      themeConfig: {
        nav: [
          { text: '导览', link: '/zh/docs/tour' },
          { text: '我该报哪个数？', link: '/zh/docs/metrics/which-number' },
          playground('试验场'),
          { text: 'API', link: '/api/index.html', target: '_self' },
        ],
        sidebar: chineseSidebar,
        outline: { label: '本页目录', level: [2, 3] },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '深色模式',
        sidebarMenuLabel: '目录',
        returnToTopLabel: '回到顶部',
        langMenuLabel: '语言',
      },
    },
  },
  themeConfig: {
    i18nRouting: false, // not every page is in Chinese: those that are link to each other
    nav: [
      { text: 'Tour', link: '/docs/tour' },
      { text: 'Which number?', link: '/docs/metrics/which-number' },
      playground('Playground'),
      { text: 'API', link: '/api/index.html', target: '_self' },
    ],
    sidebar,
    outline: { level: [2, 3] },
    search: {
      provider: 'local',
      options: {
        locales: {
          zh: {
            translations: {
              button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
              modal: {
                noResultsText: '没有结果',
                footer: { selectText: '选择', navigateText: '切换', closeText: '关闭' },
              },
            },
          },
        },
        miniSearch: {
          // Chinese has no spaces: every two characters that stand side by side are a term
          options: {
            tokenize: (text: string) =>
              text.split(/[\s\p{P}\p{S}]+/u).flatMap((word) => {
                if (!/\p{Script=Han}/u.test(word)) return word === '' ? [] : [word]
                const signs = [...word]
                return signs.length < 2 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
              }),
          },
        },
      },
    },
  },
})
