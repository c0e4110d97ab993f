import { type DataOf, projections, type RecipesFor } from '../../kernel/index.ts'
import type { ResourceEvent } from '../../resources/events.ts'
import { type ResourceState, resource } from '../../resources/state.ts'
import { given, type TakenSlot } from '../../vocabulary/index.ts'
import { onEach, typesOf } from '../on-each.ts'

type Screened = DataOf<ResourceEvent, 'ProviderScreened'>

/** Ratings summed by the scale they were given on: `1 5` → how many, and their sum. */
export type RatingSums = Record<string, { n: number; sum: number }>

export type AgreedTerms = {
  termsId: string
  minor: number
  currency: string
  per: string
  validFrom: string
  validUntil: string | null
}

/** Everything that happened to one resource (资源): a trainer, a provider, a venue, an equipment. */
export type ResourceRecord = ResourceState & {
  resourceId: string
  title: string
  /** Slots held, by their id. */
  taken: Record<string, TakenSlot>
  ratings: RatingSums
  /** The development assigned to them (培养), by development. */
  activities: Record<string, string>
  screenings: number
  lastScreening?: Pick<Screened, 'at' | 'score' | 'threshold' | 'outcome' | 'below'>
  terms: AgreedTerms[]
}

const own: RecipesFor<ResourceRecord, ResourceEvent, 'resourceId'> = {
  ResourceRegistered: (record, { title }) => {
    record.title = title
  },
  SlotReserved: ({ taken }, { slotId, start, end, offeringId, sessionId }) => {
    taken[slotId] = { start, end, ...given({ offeringId, sessionId }) }
  },
  SlotReleased: ({ taken }, { slotId }) => {
    delete taken[slotId]
  },
  TrainerDevelopmentPlanned: ({ activities }, { developmentId, activity }) => {
    activities[developmentId] = activity
  },
  ResourceRated: ({ ratings }, { rating, scale: { min, max } }) => {
    const scale = `${min} ${max}`
    ratings[scale] ??= { n: 0, sum: 0 }
    ratings[scale].n++
    ratings[scale].sum += rating
  },
  ProviderScreened: (record, { at, score, threshold, outcome, below }) => {
    record.screenings++
    record.lastScreening = { at, score, threshold, outcome, below }
  },
  TermsAgreed: ({ terms }, { termsId, rate: { amount, per }, validFrom, validUntil = null }) => {
    terms.push({ termsId, ...amount, per, validFrom, validUntil })
  },
}

/**
 * The record of a resource: what it is, what it may do, when it is taken, how it was rated, screened and developed, and on
 * which terms it works.
 */
export const resourceRecord = projections<ResourceEvent>()({
  name: 'resourceRecord',
  by: ['resourceId'],
  initial: (): ResourceRecord => ({
    ...resource.initial(),
    taken: {},
    resourceId: '',
    title: '',
    ratings: {},
    activities: {},
    screenings: 0,
    terms: [],
  }),
  on: [
    onEach(
      [...typesOf(resource.on), ...typesOf(own)],
      (record: ResourceRecord, { resourceId }: { readonly resourceId: string }) => {
        record.resourceId = resourceId
      },
    ),
    resource.on,
    own,
  ],
  shardBy: 'resourceId',
  /** One half has never heard of the resource. */
  merge: (a, b) => (a.resourceId === '' ? b : a),
})

/** The records of resources, as `project(resourceRecord, events)` answers them. */
export type ResourceRecords = Readonly<Record<string, ResourceRecord>>
