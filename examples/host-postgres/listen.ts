/** Puts the service on a port, and takes it off again without cutting anybody short. */
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { largestHeaders } from './guards.ts'
import { type DoorOptions, openDoor } from './http.ts'
import type { Service } from './service.ts'

export type Door = {
  readonly port: number
  /** Takes no more requests, ends the subscriptions, and waits for the commands under way, so many milliseconds. */
  readonly close: (patienceMs?: number) => Promise<void>
}

/** Who sends slowly, or never ends, is cut off; longer headers are answered 431. */
const limits = {
  maxHeaderSize: largestHeaders,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2000,
}

export const listen = (
  service: Service,
  { port = 0, hostname = '127.0.0.1', ...options }: DoorOptions & { port?: number; hostname?: string } = {},
): Promise<Door> => {
  const closing = new AbortController()
  const app = openDoor(service, { ...options, closing: closing.signal })
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname, serverOptions: limits }, (at) =>
      resolve({ port: at.port, close: (patienceMs = 10_000) => close(server, closing, patienceMs) }),
    ) as Server
    // Longer than the proxy's in front: whoever closes first cuts off a request that is on its way.
    server.keepAliveTimeout = 75_000
    server.once('error', reject)
  })
}

const close = async (server: Server, closing: AbortController, patienceMs: number): Promise<void> => {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  closing.abort()
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const hurry = setTimeout(() => server.closeAllConnections(), patienceMs)
  await closed
  clearInterval(idle)
  clearTimeout(hurry)
}
