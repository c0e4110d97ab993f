/** The worker: the library, the log, and nothing of the page. The rules are loaded when something is asked of them. */
import { type Frames, figuresAt, framesOf } from './frame.ts'
import type { Asked, Frame, Message, Reply, RequestName, Requests, Year } from './protocol.ts'

const unpacked = async <Content>(address: string): Promise<Content> => {
  const { body, ok } = await fetch(address)
  if (!ok || body === null) throw new Error(`${address} cannot be loaded`)
  return (await new Response(body.pipeThrough(new DecompressionStream('gzip'))).json()) as Content
}

let year: Year = { events: [], people: [] }
let frames: Frames = framesOf(year)
let commands: Promise<readonly Asked[]> | undefined

/** The last "why" that was asked: those before it are given up. */
let whys = 0

/** As the page has them. */
const sent: Record<string, string> = {}

/** The parts of a frame that the page does not have: the others are drawn, and need not be drawn again. */
const changedOf = (frame: Frame): Partial<Frame> =>
  Object.fromEntries(
    Object.entries(frame).filter(([part, value]) => {
      const text = JSON.stringify(value)
      if (sent[part] === text) return false
      sent[part] = text
      return true
    }),
  )

type Answers = {
  readonly [Name in RequestName]: (
    ask: Requests[Name]['ask'],
    told: (progress: number) => void,
  ) => Requests[Name]['answer'] | Promise<Requests[Name]['answer']>
}

const answers: Answers = {
  load: async ({ base }) => {
    year = await unpacked<Year>(`${base}year/log.json.gz`)
    frames = framesOf(year)
    return { events: year.events.length }
  },
  frame: (look) => changedOf(frames.at(look)),
  figures: (moment) => figuresAt(frames, moment),
  why: async ({ moment, reason }, told) => {
    const own = ++whys
    return (await import('./why.ts')).evidenceFor(year, moment, reason, told, () => own === whys)
  },
  commands: async () => (await import('./form.ts')).commandsThere(),
  form: async ({ type, moment, tongue }) =>
    (await import('./form.ts')).formOf(year.events, type, moment, tongue),
  ask: async ({ moment, command }) => (await import('./ask.ts')).ask(year.events, moment, command),
  futures: async ({ moment, commands: asked, base }, told) => {
    commands ??= unpacked<readonly Asked[]>(`${base}year/commands.json.gz`)
    return (await import('./futures.ts')).twoFutures(year, await commands, moment, asked, told)
  },
  races: async ({ conditional }) => (await import('./race.ts')).race(conditional),
}

const post = (reply: Reply) => self.postMessage(reply)

self.addEventListener('message', async ({ data }: MessageEvent<Message>) => {
  const { id, name, ask: asked } = data
  try {
    const reply = answers[name] as (ask: unknown, told: (progress: number) => void) => unknown
    const answer = await reply(asked, (progress) => post({ id, progress }))
    post({ id, answer })
  } catch (error) {
    post({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
