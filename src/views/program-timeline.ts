import { catalogEvents } from '../catalog/events.ts'
import { credentialEvents } from '../credentials/events.ts'
import { cultureEvents } from '../culture/events.ts'
import { deliveryEvents } from '../delivery/events.ts'
import { evaluationEvents } from '../evaluation/events.ts'
import type { AnyEvent } from '../kernel/index.ts'
import { needsEvents } from '../needs/events.ts'
import { planningEvents } from '../planning/events.ts'
import { resourceEvents } from '../resources/events.ts'

/** ADDIE, and what stays when the program is over. */
export type LifecyclePhase = 'analyse' | 'design' | 'develop' | 'implement' | 'evaluate' | 'sustain'

export type Room =
  | 'needs'
  | 'planning'
  | 'catalog'
  | 'resources'
  | 'delivery'
  | 'evaluation'
  | 'credentials'
  | 'culture'

const rooms = [
  ['needs', 'analyse', needsEvents],
  ['planning', 'design', planningEvents],
  ['catalog', 'develop', catalogEvents],
  ['resources', 'develop', resourceEvents],
  ['delivery', 'implement', deliveryEvents],
  ['evaluation', 'evaluate', evaluationEvents],
  ['credentials', 'sustain', credentialEvents],
  ['culture', 'sustain', cultureEvents],
] as const satisfies readonly (readonly [Room, LifecyclePhase, object])[]

const roomOf = new Map<string, { readonly room: Room; readonly phase: LifecyclePhase }>(
  rooms.flatMap(([room, phase, { declarations }]) =>
    Object.keys(declarations).map((type) => [type, { room, phase }] as const),
  ),
)

/** Something that happened to a program, and in which phase of its life. */
export type TimelineEntry<Event extends AnyEvent = AnyEvent> = {
  /** When it was so. */
  readonly at: string
  readonly phase?: LifecyclePhase
  /** Absent for the events of a host's own modules. */
  readonly room?: Room
  readonly event: Event
}

type Facts = Readonly<Record<string, unknown>>
const factsOf = ({ data }: AnyEvent): Facts => data as Facts
/** The ids that lead from a program to the events that do not name it. */
const leads = ['offeringId', 'evaluationId', 'administrationId', 'needId'] as const

/**
 * Everything that happened to a program, over the events of all rooms and of a host's own modules, in the order of
 * the log: what names it, what carries it as correlation id, and what is about its offerings, its evaluations and the
 * needs it answers (also what happened before they were linked). Each entry holds its event, so that the timeline can
 * be folded again: `project(programRecord, timeline.map(({ event }) => event))`.
 *
 * `asOf` leaves out what happened after an instant; `phases` keeps only some.
 *
 * @example
 * ```ts
 * import { planningEvents, programTimeline } from 'training-ops'
 * const at = '2026-03-01T01:00:00.000Z'
 * const launched = planningEvents.make.ProgramLaunched({ at, programId: 'p-1' })
 * const other = planningEvents.make.ProgramLaunched({ at, programId: 'p-2' })
 * programTimeline([launched, other], 'p-1').map(({ phase, event }) => [phase, event.type]) // => [['design', 'ProgramLaunched']]
 * ```
 */
export const programTimeline = <Event extends AnyEvent>(
  events: Iterable<Event>,
  programId: string,
  { asOf, phases }: { readonly asOf?: string; readonly phases?: readonly LifecyclePhase[] } = {},
): readonly TimelineEntry<Event>[] => {
  const all = [...events]
  const isNamed = (event: AnyEvent) =>
    factsOf(event).programId === programId || correlationOf(event) === programId
  const related = new Set<string>()
  for (const event of all)
    if (isNamed(event))
      for (const lead of leads) {
        const id = factsOf(event)[lead]
        if (typeof id === 'string') related.add(`${lead} ${id}`)
      }
  const isRelated = (facts: Facts) =>
    (facts.programId === undefined || facts.programId === programId) &&
    leads.some((lead) => related.has(`${lead} ${String(facts[lead])}`))
  return all.flatMap((event) => {
    const facts = factsOf(event)
    if (!isNamed(event) && !isRelated(facts)) return []
    const at = typeof facts.at === 'string' ? facts.at : ''
    const place = roomOf.get(event.type)
    if (asOf !== undefined && at > asOf) return []
    if (phases !== undefined && (place === undefined || !phases.includes(place.phase))) return []
    return [{ at, ...place, event }]
  })
}

const correlationOf = (event: AnyEvent): unknown =>
  (event as { readonly metadata?: { readonly correlationId?: string } }).metadata?.correlationId
