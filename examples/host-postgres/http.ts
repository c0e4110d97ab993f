/** The door: commands come in, views go out, and whoever wants to see a view change stays. */
import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { type Actor, type InvalidCommand, isLeft } from 'training-ops'
import { isBusy, isWrittenByNewer } from 'training-ops/host'
import { answerTo, invalid } from './answers.ts'
import { largestPage, openFeeds, pageOf, pageSize, readingOfOne } from './changes.ts'
import { isAway } from './database.ts'
import { type Guards, notTooLarge, onlyFromHere, onlyJson, readToItsEnd } from './guards.ts'
import { languageOf } from './language.ts'
import { openApi } from './openapi.ts'
import type { Service } from './service.ts'
import { mayLook, training } from './training.ts'
import { type Asker, askersBy, type WhoAsks } from './who-asks.ts'

export type DoorOptions = Guards & {
  /** The zone in which words tell the time. */
  readonly zone?: string
  /** Who asks. Unless said: whom a proxy has authenticated (`x-actor-id` and `x-actor-role`), and never the system. */
  readonly whoAsks?: WhoAsks
  /** Subscriptions that may be open at one time. */
  readonly mostSubscriptions?: number
  /** Ends every subscription when it is aborted. */
  readonly closing?: AbortSignal
}

type Asked = { Variables: { asker: Asker } }

export const openDoor = (
  service: Service,
  {
    zone = 'UTC',
    whoAsks = askersBy({}),
    mostSubscriptions = 1000,
    closing = new AbortController().signal,
    ...guards
  }: DoorOptions = {},
): Hono<Asked> => {
  const app = new Hono<Asked>()
  const notFound = (context: Context, what: string) => context.json({ error: 'NotFound', what }, 404)
  const later = (context: Context, error: string, seconds: number, told: object = {}) => {
    context.header('Retry-After', String(seconds))
    return context.json({ error, ...told }, 503)
  }

  app.onError((error, context) => {
    if (isBusy(error)) return later(context, 'Busy', 1, { message: error.message })
    if (isAway(error)) return later(context, 'DatabaseAway', 2)
    if (isWrittenByNewer(error)) {
      const events = error.events.map(({ type, position }) => ({ type, position }))
      return later(context, 'WrittenByNewerVersion', 60, { events, message: error.message })
    }
    console.error('host:', error)
    return context.json({ error: 'Failed' }, 500)
  })
  app.use(readToItsEnd)
  app.use(onlyFromHere(guards))

  // For whoever watches the machine: figures, and nothing of what is in the log.
  app.get('/health', (context) => context.json(service.status()))
  app.get('/ready', async (context) => {
    const isReady = await service.isReady()
    return context.json({ ready: isReady, ...service.status() }, isReady ? 200 : 503)
  })

  app.use(async (context, next) => {
    const asker = whoAsks((name) => context.req.header(name))
    if (asker === undefined) {
      context.header('WWW-Authenticate', 'Bearer')
      return context.json({ error: 'WhoAsks' }, 401)
    }
    context.set('asker', asker)
    return next()
  })
  app.notFound((context) => notFound(context, context.req.path))

  let written: string | undefined
  app.get('/openapi.json', (context) => {
    written ??= JSON.stringify(openApi())
    return context.body(written, 200, { 'content-type': 'application/json' })
  })
  app.get('/set-aside', async (context) =>
    context.get('asker').system
      ? context.json(await service.troubles())
      : context.json({ error: 'NotAuthorized' }, 403),
  )

  app.post('/commands', notTooLarge, onlyJson, async (context) => {
    const header = (name: string) => context.req.header(name)
    const language = languageOf(header('accept-language'))
    context.header('Content-Language', language.tag)
    context.header('Vary', 'Accept-Language')
    const body = await context.req.json().catch((error) => {
      if (error instanceof SyntaxError) return undefined
      throw error
    })
    const received = training.receive(enveloped(body, header, context.get('asker').actor))
    if (isLeft(received)) return context.json(invalid(received.left as InvalidCommand, language, zone), 400)
    const answer = answerTo(await service.execute(received.right), language, zone)
    return context.json(answer.body, answer.status)
  })

  const { views } = service
  /** Nobody is told whether there is what they may not read. */
  const refusedTo = async (context: Context<Asked>, name: string, subject?: string) => {
    await service.catchUp()
    const state = subject === undefined ? undefined : views.look(name, subject)?.state
    if (!(await mayLook(context.get('asker'), name, subject, state)))
      return context.json({ error: 'NotAuthorized' }, 403)
    if (!views.names().includes(name) || (subject !== undefined && !views.isKeyed(name)))
      return notFound(context, subject ?? name)
  }

  const look = async (context: Context<Asked>, name: string, subject?: string) => {
    const refused = await refusedTo(context, name, subject)
    if (refused !== undefined) return refused
    const seen = views.look(name, subject)
    if (seen === undefined) return notFound(context, subject ?? name)
    const { limit, after } = context.req.query()
    const isPaged = subject === undefined && views.isKeyed(name) && (limit ?? after) !== undefined
    const most = limit === undefined ? pageSize : wholeNumber(limit)
    if (isPaged && (most === undefined || most < 1 || most > largestPage))
      return context.json({ error: 'BadPage', limit: { from: 1, to: largestPage } }, 400)
    const { unread } = service.status()
    return context.json({
      view: name,
      ...(subject === undefined ? {} : { subject }),
      ...seen,
      ...(isPaged ? pageOf(seen.state as never, after, most as number) : {}),
      // Events of a newer version that this view does not hold.
      ...(unread > 0 ? { unread } : {}),
    })
  }
  app.get('/views/:name', (context) => look(context, context.req.param('name')))
  app.get('/views/:name/subjects/:subject', (context) =>
    look(context, context.req.param('name'), context.req.param('subject')),
  )

  const feeds = openFeeds(views)
  /** As it is, and again each time it has changed; of changes that come thick, the last. */
  let subscriptions = 0
  const subscribe = async (context: Context<Asked>, name: string, subject?: string) => {
    const refused = await refusedTo(context, name, subject)
    if (refused !== undefined) return refused
    if (subscriptions >= mostSubscriptions) return later(context, 'TooManySubscriptions', 30)
    subscriptions++
    const cameTo = wholeNumber(context.req.header('last-event-id') ?? context.req.query('after'))
    return streamSSE(context, async (stream) => {
      let wake = () => {}
      const isOver = () => stream.aborted || stream.closed || closing.aborted
      const end = () => {
        stream.abort()
        wake()
      }
      const reading =
        subject === undefined && views.isKeyed(name)
          ? feeds(name, cameTo, () => wake())
          : readingOfOne(views, name, subject, () => wake())
      stream.onAbort(() => wake())
      closing.addEventListener('abort', end, { once: true })
      try {
        while (!isOver()) {
          const state = reading.state()
          const messages = reading.next()
          if (messages.length > 0) {
            // A relation may have ended since; then so does this.
            if (!(await mayLook(context.get('asker'), name, subject, state))) break
            for (const message of messages) {
              if (isOver()) break
              await stream.writeSSE(message)
            }
            continue
          }
          const isWoken = await new Promise<boolean>((resolve) => {
            const timer = setTimeout(() => resolve(false), 15_000)
            wake = () => {
              clearTimeout(timer)
              resolve(true)
            }
          })
          if (!isWoken) await stream.write(': still here\n\n')
        }
      } finally {
        subscriptions--
        reading.end()
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

const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined

/** What came in, with who asks as we know it, and an id where the caller gave none. */
const enveloped = (body: unknown, header: (name: string) => string | undefined, actor: Actor): unknown => {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return body
  const { metadata = {} } = body as { readonly metadata?: unknown }
  if (metadata === null || typeof metadata !== 'object' || Array.isArray(metadata)) return body
  const { actor: _claimed, ...own } = metadata as Readonly<Record<string, unknown>>
  return {
    ...body,
    metadata: {
      commandId: header('idempotency-key') ?? randomUUID(),
      ...own,
      actor,
    },
  }
}
