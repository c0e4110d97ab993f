/** An event of the log that this version cannot read: a newer one wrote it. Its tags are as the store holds them. */
export type UnreadEvent = {
  readonly position: number
  readonly type: string
  readonly tags: readonly string[]
  readonly reason: string
}

const busy = Symbol('busy')
const newer = Symbol('newer')
type Newer = Error & { readonly cause: typeof newer; readonly events: readonly UnreadEvent[] }

/** Somebody else was first every time: nothing was appended, and the caller may ask again. */
export const overtaken = (type: string, tries: number): Error =>
  new Error(`training-ops: ${type} was overtaken ${tries} times`, { cause: busy })

/**
 * Whether `execute` gave up because others were first every time. Nothing was appended; ask again later.
 *
 * @example
 * ```ts
 * import { isBusy } from 'training-ops/host'
 * isBusy(new Error('no connection')) // => false
 * ```
 */
export const isBusy = (error: unknown): boolean => error instanceof Error && error.cause === busy

export const writtenByNewer = (events: readonly UnreadEvent[]): Error => {
  const unread = [...new Set(events.map(({ type, position }) => `${type} at ${position}`))].join(', ')
  const error = new Error(`training-ops: a newer version wrote what this one cannot read: ${unread}`, {
    cause: newer,
  })
  return Object.assign(error, { events })
}

/**
 * Whether a command rests on events that only a newer version can read. Nothing was appended.
 *
 * @example
 * ```ts
 * import { isWrittenByNewer } from 'training-ops/host'
 * isWrittenByNewer(new Error('no connection')) // => false
 * ```
 */
export const isWrittenByNewer = (error: unknown): error is Newer =>
  error instanceof Error && error.cause === newer

/** One line, and not too long of one, for a table and a log. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll('\u0000', '').slice(0, 500)

/** A failed step is tried again after a second, then two, then four, at most an hour. */
export const tryAgainAt = (now: string, tries: number): string =>
  new Date(Date.parse(now) + Math.min(3_600_000, 2 ** Math.min(tries, 12) * 1000)).toISOString()
