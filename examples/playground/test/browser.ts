/** A browser of this machine, and the built site on a port of it. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const places = [
  process.env.TRAINING_OPS_BROWSER,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The built site, served as the root of an address; without it, the playground alone. */
const site = process.env.TRAINING_OPS_SITE
export const folder = site ?? join(import.meta.dirname, '../dist')
/** Where the site stands below that root: `training-ops/`, or nothing. */
export const base = (process.env.TRAINING_OPS_SITE_BASE ?? '/').slice(1)
/** A page of the playground. */
export const pageOf = (name: string): string => (site === undefined ? name : `${base}playground/${name}`)
export const isBuilt = (page: string): boolean => existsSync(join(folder, page))

/** Where the browser is; none: what needs one is skipped. */
export const browserPath = places.find((path) => path !== undefined && existsSync(path))

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  gz: 'application/gzip',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  png: 'image/png',
}

const serve = (folder: string): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer(({ url = '/' }, response) => {
      const path = decodeURIComponent(new URL(url, 'http://here').pathname)
      const asked = join(folder, path)
      const candidates = [asked, `${asked}.html`, join(asked, 'index.html')]
      const file = asked.startsWith(folder)
        ? candidates.find((one) => existsSync(one) && statSync(one).isFile())
        : undefined
      if (file === undefined) {
        response.writeHead(404).end()
        return
      }
      response.writeHead(200, { 'content-type': types[file.split('.').at(-1) ?? ''] ?? 'text/plain' })
      response.end(readFileSync(file))
    })
    server.listen(0, '127.0.0.1', () => resolve(server))
  })

export type Site = {
  readonly address: string
  /** A page of its own; `requests` and `errors` fill as it works. */
  readonly open: (
    path: string,
    options?: BrowserContextOptions & { readonly throttled?: number },
  ) => Promise<{
    readonly page: Page
    readonly requests: readonly string[]
    readonly errors: readonly string[]
  }>
  readonly close: () => Promise<void>
}

export const openSite = async (): Promise<Site> => {
  const server = await serve(folder)
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const browser: Browser = await chromium.launch({
    executablePath: browserPath as string,
    args: flags,
    headless: true,
  })
  return {
    address,
    open: async (path, { throttled, ...options } = {}) => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        locale: 'en-GB',
        serviceWorkers: 'block',
        ...options,
      })
      const page = await context.newPage()
      const requests: string[] = []
      const errors: string[] = []
      context.on('request', (request) => requests.push(request.url()))
      page.on('pageerror', ({ message }) => errors.push(message))
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text())
      })
      if (throttled !== undefined) {
        const session = await context.newCDPSession(page)
        await session.send('Emulation.setCPUThrottlingRate', { rate: throttled })
      }
      await page.goto(new URL(path, address).href)
      return { page, requests, errors }
    },
    close: async () => {
      await browser.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
