/** The door: commands come in, views go out, and whoever wants to see a view change stays. */
import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import { type Actor, type InvalidCommand, isLeft } from 'training-ops'
import { answerTo, invalid } from './answers.ts'
import { isBusy } from './execute.ts'
import { languageOf } from './language.ts'
import type { Service } from './service.ts'
import { training } from './training.ts'
import type { Seen } from './views.ts'

export type DoorOptions = {
  /** The zone in which words tell the time. */
  readonly zone?: string
  /** Who asks. Unless said: what a proxy that has authenticated them put into `x-actor-id` and `x-actor-role`. */
  readonly actorOf?: (header: (name: string) => string | undefined) => Actor | undefined
  /** Ends every subscription when it is aborted. */
  readonly closing?: AbortSignal
}

const byHeader = (header: (name: string) => string | undefined): Actor | undefined => {
  const [id, role] = [header('x-actor-id'), header('x-actor-role')]
  return id === undefined || role === undefined ? undefined : { id, role }
}

export const openDoor = (
  service: Service,
  { zone = 'UTC', actorOf = byHeader, closing = new AbortController().signal }: DoorOptions = {},
): Hono => {
  const app = new Hono()
  const notFound = (context: Context, what: string) => context.json({ error: 'NotFound', what }, 404)

  app.onError((error, context) => {
    if (isBusy(error)) {
      context.header('Retry-After', '1')
      return context.json({ error: 'Busy', message: error.message }, 503)
    }
    console.error('host:', error)
    return context.json({ error: 'Failed' }, 500)
  })
  app.notFound((context) => notFound(context, context.req.path))

  app.get('/health', (context) => context.json({ ...service.standing(), views: service.views.names() }))

  app.post('/commands', bodyLimit({ maxSize: 1024 * 1024 }), async (context) => {
    const header = (name: string) => context.req.header(name)
    const language = languageOf(header('accept-language'))
    context.header('Content-Language', language.tag)
    context.header('Vary', 'Accept-Language')
    const received = training.receive(
      enveloped(await context.req.json().catch(() => undefined), header, actorOf(header)),
    )
    if (isLeft(received)) return context.json(invalid(received.left as InvalidCommand, language, zone), 400)
    const { status, body } = answerTo(await service.carryOut(received.right), language, zone)
    return context.json(body, status)
  })

  const look = async (context: Context, name: string, subject?: string) => {
    await service.catchUp()
    const seen = service.views.look(name, subject)
    if (seen === undefined) return notFound(context, subject ?? name)
    return context.json({ view: name, ...(subject === undefined ? {} : { subject }), ...seen })
  }
  app.get('/views/:name', (context) => look(context, context.req.param('name')))
  app.get('/views/:name/subjects/:subject', (context) =>
    look(context, context.req.param('name'), context.req.param('subject')),
  )

  /** The state as it is, and again each time it has changed; of changes that come thick, the last. */
  const subscribe = (context: Context, name: string, subject?: string) => {
    const { views } = service
    if (!views.names().includes(name) || (subject !== undefined && !views.isKeyed(name)))
      return notFound(context, subject ?? name)
    return streamSSE(context, async (stream) => {
      let latest: Seen | undefined
      let wake = () => {}
      const end = () => {
        stream.abort()
        wake()
      }
      const unwatch = views.watch(name, subject, (seen) => {
        latest = seen
        wake()
      })
      stream.onAbort(() => wake())
      closing.addEventListener('abort', end, { once: true })
      try {
        await service.catchUp()
        latest = views.look(name, subject)
        while (!stream.aborted && !stream.closed && !closing.aborted) {
          if (latest !== undefined) {
            const { position, state } = latest
            latest = undefined
            await stream.writeSSE({ id: String(position), event: name, data: JSON.stringify(state) })
            continue
          }
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, 15_000)
            wake = () => {
              clearTimeout(timer)
              resolve()
            }
          })
          if (latest === undefined && !stream.aborted && !closing.aborted)
            await stream.write(': still here\n\n')
        }
      } finally {
        unwatch()
        closing.removeEventListener('abort', end)
      }
    })
  }
  app.get('/views/:name/changes', (context) => subscribe(context, context.req.param('name')))
  app.get('/views/:name/subjects/:subject/changes', (context) =>
    subscribe(context, context.req.param('name'), context.req.param('subject')),
  )
  return app
}

/** What came in, with who asks as we know it, and an id where the caller gave none. */
const enveloped = (
  body: unknown,
  header: (name: string) => string | undefined,
  actor: Actor | undefined,
): unknown => {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return body
  const { metadata = {} } = body as { readonly metadata?: unknown }
  if (metadata === null || typeof metadata !== 'object' || Array.isArray(metadata)) return body
  const { actor: _claimed, ...own } = metadata as Readonly<Record<string, unknown>>
  return {
    ...body,
    metadata: {
      commandId: header('idempotency-key') ?? randomUUID(),
      ...own,
      ...(actor === undefined ? {} : { actor }),
    },
  }
}
