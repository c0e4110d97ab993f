import type { Random } from 'fast-check'
import type { AnyEvent, Command, Decision } from '../kernel/index.ts'
import { given } from '../kernel/index.ts'
import { foldedFrom, knowledge, planOf } from '../kernel/reads.ts'
import { constantsOf, fitsIts } from './constants.ts'
import type { Workflow } from './story.ts'
import type { Universe } from './universe.ts'

type Data = Readonly<Record<string, unknown>>
export type Fields = Record<string, unknown>

/** Of the events that happened, so many of the latest are looked at. */
const latest = 60
const day = 86_400_000
const steps = [60_000, 3_600_000, day, day, 7 * day, 30 * day, 90 * day, 400 * day]
const isDay = /^\d{4}-\d\d-\d\d$/
const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

/** One of these, by the weight of each; `undefined` of none, or where all weigh nothing. */
export const weighed = <Item>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
  chance: Random,
): Item | undefined => {
  const weights = items.map(weightOf)
  let left = (chance.nextInt(0, 999_999) / 1_000_000) * weights.reduce((sum, one) => sum + one, 0)
  return items.find((_, at) => {
    left -= weights[at] as number
    return left < 0
  })
}

export const oneOfThese = <Item>(items: readonly Item[], chance: Random): Item =>
  items[chance.nextInt(0, items.length - 1)] as Item

export const happens = (percent: number, chance: Random): boolean => chance.nextInt(0, 99) < percent

/** A moment or a day so much later, written as the one given is. */
export const later = (text: string, by: number): string => {
  const moved = new Date(Date.parse(text) + by).toISOString()
  return isDay.test(text) ? moved.slice(0, 10) : moved
}

/** Some way on from now: a minute, a month, more than a year. */
export const someStep = (chance: Random): number => oneOfThese(steps, chance)

/** How often a way to choose arguments was tried, how often the command was then accepted, and what came of such lives. */
type Tried = { tried: number; accepted: number; credit: number }

/** A way to choose arguments: copy what a command shares with an event of this type, or all of it but one field. */
export type Way = { readonly but?: string; readonly learnt: Tried }

/** Ways that copy from the same events. */
export type Ways = { readonly ways: readonly Way[]; readonly events: readonly AnyEvent[] }

const newWay = (but?: string): Way => ({
  ...given({ but }),
  learnt: { tried: 0, accepted: 0, credit: 0 },
})

/** The field of an event that fills a field of a command: of the same name, or `offeringId` for `toOfferingId`. */
const sourceOf = (field: string, data: Data): string | undefined =>
  Object.hasOwn(data, field)
    ? field
    : field.endsWith('Id')
      ? Object.keys(data).find((one) => one.endsWith('Id') && field.toLowerCase().endsWith(one.toLowerCase()))
      : undefined

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)

/** A field that a command shares with an event: its field, and the field of the event. */
const shared = (asked: Data, happened: Data): readonly (readonly [string, string])[] => {
  const used = new Set<string>()
  return Object.keys(asked).flatMap((field) => {
    if (field === 'at') return []
    const source = sourceOf(field, happened)
    // of `fromOfferingId` and `toOfferingId` one is filled: both with the same would lead nowhere
    if (source === undefined || used.has(source)) return []
    used.add(source)
    return isScalar(happened[source]) && typeof happened[source] === typeof asked[field]
      ? [[field, source] as const]
      : []
  })
}

/**
 * One name under two fields: who approves is who asked, who teaches is who learns. Not the id of the subject itself, which stands
 * first, nor in its place.
 */
const sameAs = (field: string, asked: Data): string | undefined => {
  const [subject, ...others] = Object.keys(asked).filter(
    (one) => /(Id|By)$/.test(one) && typeof asked[one] === 'string',
  )
  const other = others.find((one) => one !== field)
  return field === subject || other === undefined ? undefined : (asked[other] as string)
}

type ByType = ReadonlyMap<string, readonly AnyEvent[]>

type Ids = readonly (readonly [string, string])[]

/** The ids an event carries. */
const idsIn = ({ data }: AnyEvent): Ids =>
  Object.entries(data as Data).filter(
    (field): field is [string, string] => field[0].endsWith('Id') && typeof field[1] === 'string',
  )

/** Whether a later event says how it goes on with what an earlier one is about: its first id, and most of the others. */
const goesOn = (ids: Ids, data: Data): boolean => {
  const first = ids[0]
  if (first === undefined || data[first[0]] !== first[1]) return false
  const shared = ids.filter(([field]) => Object.hasOwn(data, field))
  return shared.length * 2 > ids.length && shared.every(([field, id]) => data[field] === id)
}

/** The events of a log by type that nothing later goes on with, the latest first; a log that has grown is looked at from where it grew. */
const createCurrent = () => {
  let seen = 0
  let last: AnyEvent | undefined
  let open: readonly { readonly event: AnyEvent; readonly ids: Ids; readonly at: number }[] = []
  let byType: ByType = new Map()
  return (events: readonly AnyEvent[]): ByType => {
    if (seen > events.length || (seen > 0 && events[seen - 1] !== last)) {
      seen = 0
      open = []
    } else if (seen === events.length && seen > 0) return byType
    for (const event of events.slice(seen)) {
      const at = seen++
      open = open.filter((one) => at - one.at < latest && !goesOn(one.ids, event.data as Data))
      open = [...open, { event, ids: idsIn(event), at }]
    }
    last = events.at(-1)
    const found = new Map<string, AnyEvent[]>()
    for (let at = open.length - 1; at >= 0; at--) {
      const { event } = open[at] as (typeof open)[number]
      const same = found.get(event.type)
      if (same === undefined) found.set(event.type, [event])
      else same.push(event)
    }
    byType = found
    return byType
  }
}

/** Ways by command and event type: which fields they share is a matter of their shapes. */
const createWays = () => {
  const known = new Map<string, Map<string, readonly Way[]>>()
  const currentOf = createCurrent()
  return (type: string, asked: Data, log: readonly AnyEvent[]): readonly Ways[] => {
    const ofCommand = known.get(type) ?? new Map<string, readonly Way[]>([['', [newWay()]]])
    known.set(type, ofCommand)
    const found: Ways[] = [{ ways: ofCommand.get('') as readonly Way[], events: [] }]
    for (const [of, events] of currentOf(log)) {
      let ways = ofCommand.get(of)
      if (ways === undefined) {
        const fields = shared(asked, (events[0] as AnyEvent).data as Data).map(([field]) => field)
        ways = !fields.some((field) => typeof asked[field] === 'string')
          ? []
          : [newWay(), ...fields.filter((field) => fields.length > 1 || field.endsWith('Id')).map(newWay)]
        ofCommand.set(of, ways)
      }
      if (ways.length > 0) found.push({ ways, events })
    }
    return found
  }
}

const numbersIn = (value: unknown, found: number[] = []): readonly number[] => {
  if (typeof value === 'number') found.push(value)
  else if (value !== null && typeof value === 'object' && found.length < 24)
    for (const inner of Object.values(value)) numbersIn(inner, found)
  return found
}

/** An amount that a rule may draw its line at: a number of the state, or what is left of one when others are taken off. */
const amountIn = (numbers: readonly number[], chance: Random): number => {
  const whole = oneOfThese(numbers, chance)
  const taken = Array.from({ length: chance.nextInt(0, 2) }, () => oneOfThese(numbers, chance))
  const left = taken.reduce((sum, one) => sum - one, whole)
  return left > 0 ? left : whole
}

/** The state that the decision on a command would read now. */
const knownTo = (decision: Decision, data: Data, events: readonly AnyEvent[]): unknown => {
  try {
    return knowledge(planOf(decision.reads), data, foldedFrom(events))
  } catch {
    return undefined // arguments that no read makes sense of: there is nothing to draw from
  }
}

/** The sources of arguments in a life. */
export type Life = {
  readonly events: () => readonly AnyEvent[]
  /** The latest rejections: they contain limits. */
  readonly rejections: readonly unknown[]
  readonly now: string
}

/** How promising a way is: how often it was accepted, and how far the lives went in which it was. */
export const promise = ({ learnt: { tried, accepted, credit } }: Way): number => {
  if (tried === 0) return 0.2
  const worth = accepted === 0 ? 1 : credit / accepted
  return ((accepted + 0.1) / (tried + 1)) * worth
}

/**
 * Draws arguments from what happened: ids that exist and belong together, amounts that are left or one beside, days
 * about now. The values that the world names for a field are used.
 */
export const createDrawing = (workflow: Workflow, world: Universe) => {
  const decisions = new Map<string, Decision>(
    workflow.modules.flatMap(({ decisions }) =>
      decisions.map((decision) => [decision.command.type as string, decision as Decision] as const),
    ),
  )
  const waysFor = createWays()
  const constants = new Map([...decisions].map(([type, decision]) => [type, constantsOf(decision)] as const))
  /** An amount that a rule may draw its line at, or one beside it; `undefined` where nothing was seen. */
  const amountFor = (type: string, field: string, asked: Data, life: Life, chance: Random) => {
    const events = life.events()
    const state = happens(40, chance)
      ? numbersIn(knownTo(decisions.get(type) as Decision, asked, events))
      : []
    const seen = [
      ...(state.length === 0 ? [] : Array.from({ length: 3 }, () => amountIn(state, chance))),
      ...numbersIn(life.rejections.slice(-6)),
      ...events.slice(-12).flatMap(({ data }) => {
        const same = (data as Data)[field]
        return typeof same === 'number' ? [same] : []
      }),
      ...(happens(15, chance) ? (constants.get(type)?.numbers ?? []) : []),
    ]
    return seen.length === 0 ? undefined : oneOfThese(seen, chance) + oneOfThese([0, 0, 0, 1, -1], chance)
  }
  /** The amounts of a command, drawn anew for what happened otherwise before it. */
  const amounts = ({ type, data }: Pick<Command, 'type' | 'data'>, life: Life, chance: Random): Fields => {
    const fields: Fields = {}
    for (const [field, value] of Object.entries(data as Data)) {
      if (typeof value !== 'number' || happens(50, chance)) continue
      const other = amountFor(type, field, data as Data, life, chance)
      if (other !== undefined && world.allows([type, field], other)) fields[field] = other
    }
    return fields
  }
  const draw = (
    command: Pick<Command, 'type' | 'data'>,
    { but }: Way,
    copied: readonly AnyEvent[],
    life: Life,
    chance: Random,
  ): Fields => {
    const asked = command.data as Data
    const events = life.events()
    const fields: Fields = {}
    const put = (field: string, value: unknown): void => {
      if (
        value !== undefined &&
        !Object.is(value, asked[field]) &&
        world.allows([command.type, field], value)
      )
        fields[field] = value
    }
    const source = copied[happens(50, chance) ? 0 : chance.nextInt(0, Math.max(0, copied.length - 1))]
    if (source !== undefined)
      for (const [field, from] of shared(asked, source.data as Data))
        if (field !== but) put(field, (source.data as Data)[from])
    for (const [field, value] of Object.entries(asked)) {
      if (field === 'at') continue
      if (typeof value === 'number') {
        if (happens(45, chance))
          put(field, amountFor(command.type, field, { ...asked, ...fields }, life, chance))
      } else if (Array.isArray(value) && field.endsWith('Ids') && happens(60, chance)) {
        const ids = [...new Set(idsOf(field.slice(0, -1), events))]
        if (ids.length > 0) put(field, [...new Set([oneOfThese(ids, chance), oneOfThese(ids, chance)])])
      } else if (typeof value === 'string' && !Object.hasOwn(fields, field) && happens(35, chance)) {
        const madeUp = /^(.+)-[1-3]$/.exec(value)
        const { texts = [] } = constants.get(command.type) ?? {}
        const fitsWith = (name: string, text: string): boolean =>
          fitsIts(decisions.get(command.type) as Decision, { ...asked, ...fields, [name]: text })
        const other = /(Id|By)$/.test(field) ? sameAs(field, { ...asked, ...fields }) : undefined
        if (other !== undefined && happens(10, chance) && fitsWith(field, other)) put(field, other)
        else if (field.endsWith('Id') && madeUp !== null && happens(40, chance))
          put(field, `${madeUp[1]}-${chance.nextInt(4, 7)}`)
        else if (world.days === 'any' && life.now !== '' && (isDay.test(value) || isInstant.test(value)))
          put(
            field,
            later(
              isDay.test(value) ? life.now.slice(0, 10) : life.now,
              someStep(chance) * oneOfThese([0, 1, 1, -1], chance),
            ),
          )
        else if (texts.length > 0 && !/(Id|By)$/.test(field)) {
          const text = oneOfThese(texts, chance)
          if (fitsWith(field, text)) put(field, text)
        }
      }
    }
    return fields
  }
  return { waysFor, draw, amounts }
}

const idsOf = (field: string, events: readonly AnyEvent[]): readonly string[] =>
  events.slice(-latest).flatMap(({ data }) => {
    const id = (data as Data)[field]
    return typeof id === 'string' ? [id] : []
  })

/** Keeps in mind how a way of choosing arguments went. */
export const learn = ({ learnt }: Way, accepted: boolean): void => {
  learnt.tried++
  if (!accepted) return
  learnt.accepted++
  learnt.credit++
}

/** A life went so much further than lives do on the whole: so did the ways it chose its arguments by. */
export const credit = ({ learnt }: Way, worth: number): void => {
  learnt.credit += worth - 1
}
