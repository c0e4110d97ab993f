/** What is looked at before anybody is asked who they are: where a request is meant to go, from which page, and how large it is. */
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

export type Guards = {
  /** Names this service answers to, beside the machine's own (`localhost`): what its proxy passes on as `Host`. */
  readonly hosts?: readonly string[]
  /** Pages of other origins that may ask, as a browser names them: `https://training.example.com`. */
  readonly origins?: readonly string[]
}

export const largestBody = 1024 * 1024
export const largestHeaders = 16 * 1024

const ownNames = ['localhost', '127.0.0.1', '[::1]']

/** A page of a stranger can make a browser ask, and a name of a stranger can be made to lead here; both are told no. */
export const onlyFromHere = ({ hosts = [], origins = [] }: Guards): MiddlewareHandler => {
  const names = new Set([...ownNames, ...hosts].map((name) => name.toLowerCase()))
  return async (context, next) => {
    const host = (context.req.header('host') ?? '').toLowerCase()
    if (!names.has(host) && !names.has(host.replace(/:\d+$/, ''))) return no(context, 421, 'HostNotServed')
    const origin = context.req.header('origin')
    const isOwn = origin === `http://${host}` || origin === `https://${host}`
    if (origin !== undefined && !isOwn && !origins.includes(origin))
      return no(context, 403, 'OriginNotAllowed')
    if (origin === undefined && context.req.header('sec-fetch-site') === 'cross-site')
      return no(context, 403, 'OriginNotAllowed')
    await next()
    context.header('X-Content-Type-Options', 'nosniff')
    context.header('Content-Security-Policy', "default-src 'none'")
    if (context.res.headers.get('cache-control') === null) context.header('Cache-Control', 'no-store')
  }
}

/**
 * The body of a request that is refused is read to its end and kept nothing of: a connection with half a body on it is cut, and whoever
 * asks next on it is told nothing.
 */
export const readToItsEnd: MiddlewareHandler = async (context, next) => {
  await next()
  const { bodyUsed, body } = context.req.raw
  if (bodyUsed || body === null || body.locked) return
  let left = 16 * largestBody
  for await (const chunk of body) {
    left -= chunk.length
    if (left < 0) return
  }
}

export const onlyJson: MiddlewareHandler = async (context, next) => {
  const [type = ''] = (context.req.header('content-type') ?? '').split(';')
  if (type.trim().toLowerCase() !== 'application/json') return no(context, 415, 'NotJson')
  const encoding = context.req.header('content-encoding')
  if (encoding !== undefined && encoding !== 'identity') return no(context, 415, 'Encoded')
  return next()
}

export const notTooLarge: MiddlewareHandler = bodyLimit({
  maxSize: largestBody,
  onError: (context) => no(context, 413, 'TooLarge'),
})

const no = (context: Context, status: 403 | 413 | 415 | 421, error: string) => context.json({ error }, status)
