/** What page and worker say to each other: JSON and nothing else. */
import type { AnyEvent, Employee } from 'training-ops'
import type { MetricResult } from 'training-ops/metrics'

export type LogEvent = AnyEvent
export type AnyCommand = {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
  readonly metadata: {
    readonly commandId: string
    readonly actor?: { readonly id: string; readonly role: string }
  }
}

export type Year = { readonly events: readonly LogEvent[]; readonly people: readonly Employee[] }
/** A command of the year, and when the host heard of it. */
export type Asked = { readonly command: AnyCommand; readonly learntAt: string }
/** A command that the year's rules refused. */
export type Try = Asked & {
  readonly code: string
  /** What was asked. */
  readonly words: Words
}

/** As it was at an instant, whenever it was learnt; or as the host knew it at that instant. */
export type Mode = 'was' | 'known'
export type Moment = { readonly at: string; readonly mode: Mode }

/** What the page looks at. */
export type Look = { readonly moment: Moment; readonly offeringId: string }

export type Tongue = 'en' | 'zh'

/** Text in both languages. */
export type Words = readonly [english: string, chinese: string]

export type ClassRow = {
  readonly id: string
  readonly title: string
  readonly status: string
  readonly starts: string
  readonly ends: string
  readonly min: number
  readonly max: number | undefined
  readonly enrolled: number
  readonly offered: number
  readonly waitlisted: number
  readonly completed: number
  readonly failed: number
  readonly noShow: number
  readonly left: number
}
export type Seat = { readonly learnerId: string; readonly status: string; readonly since: string }
export type Duty = {
  readonly requirementId: string
  readonly learnerId: string
  readonly department: string
  readonly state: string
  readonly due: string
}
export type PlanRow = {
  readonly lineId: string
  readonly title: string
  readonly planned: number
  readonly trained: number
  readonly budget: number
  readonly posted: number
  readonly currency: string
}
export type HeatCell = {
  readonly row: string
  readonly column: string
  readonly value: number
}
export type GapRow = {
  readonly role: string
  readonly competency: string
  readonly required: number
  readonly assessed: number
  readonly holders: number
  readonly missing: number
}
export type Link = {
  readonly driver: string
  /** The kind of driver: digitalisation, a rule of the law. */
  readonly kind?: string
  readonly need: string
  readonly program: string
  readonly objective: string
  readonly measure: string
  readonly needId?: string
  readonly programId?: string
}
export type Frame = {
  readonly moment: Moment
  readonly events: number
  readonly classes: readonly ClassRow[]
  /** Of the class that is looked at. */
  readonly offeringId: string
  readonly seats: readonly Seat[]
  readonly duties: readonly Duty[]
  readonly plan: readonly PlanRow[]
  readonly heat: readonly HeatCell[]
  readonly gaps: readonly GapRow[]
  readonly chain: readonly Link[]
}
export type FigureRow = { readonly metric: string; readonly result: MetricResult }
export type Span = {
  readonly first: string
  readonly last: string
  readonly total: number
  /** Events a week, over the span. */
  readonly weeks: readonly number[]
}
export type First = {
  readonly frame: Frame
  readonly figures: readonly FigureRow[]
  readonly span: Span
  readonly tries: readonly Try[]
  /** The library's words for what the page shows, by key. */
  readonly words: Readonly<Record<string, Words>>
}

/** A number of the page, so that the events behind it can be found. */
export type Reason =
  | { readonly of: 'figure'; readonly metric: string }
  | {
      readonly of: 'class'
      readonly offeringId: string
      readonly counted: 'waitlisted' | 'completed' | 'held'
    }
  | { readonly of: 'seat'; readonly offeringId: string; readonly learnerId: string }
  | { readonly of: 'duty'; readonly requirementId: string; readonly learnerId: string }
  | { readonly of: 'line'; readonly lineId: string; readonly counted: 'trained' | 'posted' }
  | { readonly of: 'hours'; readonly row: string; readonly column: string }
  | { readonly of: 'gap'; readonly role: string; readonly competency: string }
  | { readonly of: 'chain'; readonly needId?: string; readonly programId?: string }
export type Evidence = {
  readonly total: number
  readonly byType: readonly (readonly [type: string, count: number])[]
  readonly events: readonly LogEvent[]
}

export type Refusal = {
  readonly code: string
  readonly words: Words
  readonly data: Readonly<Record<string, unknown>>
}
export type Answer = {
  readonly accepted: boolean
  readonly refusal?: Refusal
  readonly events: readonly LogEvent[]
  readonly followed: readonly {
    readonly type: string
    readonly refusal?: Refusal
    readonly events: readonly LogEvent[]
  }[]
  readonly boundary: {
    readonly items: readonly {
      readonly types: readonly string[]
      readonly tags: readonly string[]
      readonly found: number
    }[]
    /** Where the events it rests on stand in the log, and how long the log is. */
    readonly positions: readonly number[]
    readonly size: number
    readonly last: readonly LogEvent[]
  }
}

export type FieldSchema = Readonly<Record<string, unknown>>
export type CommandForm = {
  readonly type: string
  readonly schema: FieldSchema
  readonly ids: Readonly<Record<string, readonly string[]>>
}

export type Future = {
  readonly events: number
  readonly refused: number
  readonly figures: readonly FigureRow[]
}
export type TwoFutures = {
  readonly asWas: Future
  readonly branch: Future
  /** What the commands of the branch were answered. */
  readonly answers: readonly {
    readonly type: string
    readonly accepted: boolean
    readonly refusal?: Refusal
  }[]
  /** Commands of the year that are refused in the branch and were not, or the other way round. */
  readonly changed: readonly {
    readonly type: string
    readonly about: string
    readonly now: 'refused' | 'accepted'
    readonly refusal?: Refusal
  }[]
  readonly changedTotal: number
}

export type RaceStep = {
  readonly turn: string
  readonly host: 1 | 2
  readonly kind: 'read' | 'write' | 'refusedWrite'
  readonly note: string
}
export type RaceOrder = {
  readonly order: readonly string[]
  readonly steps: readonly RaceStep[]
  readonly enrolled: readonly string[]
  readonly waitlisted: readonly string[]
}

export type Requests = {
  load: { ask: { base: string }; answer: { events: number } }
  /** What is not the same as in the answer before. */
  frame: { ask: Look; answer: Partial<Frame> }
  figures: { ask: Moment; answer: readonly FigureRow[] }
  why: { ask: { moment: Moment; reason: Reason }; answer: Evidence | undefined }
  commands: {
    ask: null
    answer: readonly { readonly type: string; readonly room: string; readonly words: Words }[]
  }
  form: { ask: { type: string; moment: Moment; tongue: Tongue }; answer: CommandForm }
  ask: { ask: { moment: Moment; command: AnyCommand }; answer: Answer }
  futures: { ask: { moment: Moment; commands: readonly AnyCommand[]; base: string }; answer: TwoFutures }
  races: { ask: { conditional: boolean }; answer: readonly RaceOrder[] }
}
export type RequestName = keyof Requests
export type Message = { readonly id: number; readonly name: RequestName; readonly ask: unknown }
export type Reply = {
  readonly id: number
  readonly answer?: unknown
  readonly error?: string
  readonly progress?: number
}
