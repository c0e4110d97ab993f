import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const alias = [
  { find: /^training-ops$/, replacement: here('../../src/index.ts') },
  {
    find: /^training-ops\/(metrics|host|interop|reports|testing)$/,
    replacement: here('../../src/$1/index.ts'),
  },
]

/** Writes `sw.js`, which keeps every file of the site for use without a network. */
const offline = (): Plugin => ({
  name: 'offline',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const files = ['./', ...Object.keys(bundle).filter((name) => !name.endsWith('.map')), ...publicFiles()]
      const version = [...files].sort().join('|').length.toString(36) + Date.now().toString(36)
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: `const name = ${JSON.stringify(`training-ops-${version}`)}
const files = ${JSON.stringify([...new Set(files)])}
self.addEventListener('install', (event) => { self.skipWaiting(); event.waitUntil(caches.open(name).then((cache) => cache.addAll(files))) })
self.addEventListener('activate', (event) => event.waitUntil(caches.keys().then((keys) => Promise.all(keys.filter((key) => key !== name).map((key) => caches.delete(key)))).then(() => self.clients.claim())))
self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET' || new URL(event.request.url).origin !== location.origin) return
  event.respondWith(caches.open(name).then((cache) => cache.match(event.request, { ignoreSearch: true })).then((kept) => kept ?? fetch(event.request)))
})
`,
      })
    },
  },
})

/** What the heads of all pages share. */
const head = (): Plugin => ({
  name: 'head',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html.replace(
        '<head>',
        `<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="data:image/svg+xml,${encodeURIComponent(readFileSync(here('../../docs/site/favicon.svg'), 'utf8').trim())}" />
    <link rel="stylesheet" href="./ui/style.css" />`,
      ),
  },
})

const publicFiles = (): readonly string[] =>
  readdirSync(here('public'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'first.json')
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(here('public').length + 1))

export default defineConfig({
  root: here('.'),
  base: './',
  resolve: { alias },
  plugins: [head(), offline()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { year: here('index.html'), bench: here('bench.html'), lab: here('lab.html') },
    },
  },
})
