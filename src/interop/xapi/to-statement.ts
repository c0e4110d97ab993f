import type { DeliveryEvent } from '../../delivery/events.ts'
import { mistake } from '../../kernel/index.ts'
import type { Language } from '../../reports/index.ts'
import { given } from '../../vocabulary/index.ts'
import { needing } from '../foreign.ts'
import { isIri } from './formats.ts'
import { addressed, durationOf, uuidOf } from './identity.ts'

/** An xAPI statement, as far as this library writes one. */
export type XapiStatement = {
  readonly id: string
  readonly actor: {
    readonly objectType: 'Agent'
    readonly account: { readonly homePage: string; readonly name: string }
  }
  readonly verb: { readonly id: string; readonly display?: Readonly<Record<string, string>> }
  readonly object: {
    readonly objectType: 'Activity'
    readonly id: string
    readonly definition: { readonly type: string }
  }
  readonly result?: {
    readonly completion?: boolean
    readonly success?: boolean
    readonly duration?: string
    readonly score?: { readonly scaled: number }
  }
  readonly context: {
    readonly registration: string
    readonly contextActivities?: { readonly parent: readonly { readonly id: string }[] }
  }
  readonly timestamp: string
  readonly version?: '2.0.0'
}

export type XapiAddresses = {
  /** The home page of the accounts that the learner ids name: `https://hr.example.com`. */
  readonly homePage: string
  /** Where activities live: `https://learn.example.com`; an offering is `…/offerings/<id>`. */
  readonly base: string
  /** The languages in which verbs are shown, such as `en` and `zhCN` of `training-ops/reports`; none unless given. */
  readonly languages?: readonly Language[]
  /** Which xAPI the store speaks: 1.0.3 unless said. */
  readonly version?: '1.0.3' | '2.0.0'
}

const adl = 'http://adlnet.gov/expapi'
const verbs = {
  registered: `${adl}/verbs/registered`,
  attended: `${adl}/verbs/attended`,
  scored: `${adl}/verbs/scored`,
  completed: `${adl}/verbs/completed`,
  passed: `${adl}/verbs/passed`,
  failed: `${adl}/verbs/failed`,
  waived: 'https://w3id.org/xapi/adl/verbs/waived',
} as const

const verbIn = (verb: keyof typeof verbs, languages: readonly Language[]): XapiStatement['verb'] => ({
  id: verbs[verb],
  ...(languages.length > 0 && {
    display: Object.fromEntries(languages.map(({ tag, words }) => [tag, words[`verb.${verb}`]])),
  }),
})

type About = {
  readonly verb: keyof typeof verbs
  readonly of: readonly [folder: string, id: string]
  readonly parent?: readonly [folder: string, id: string]
  readonly type: string
  readonly result?: NonNullable<XapiStatement['result']>
  /** The parts that distinguish this statement from others about the same attempt. */
  readonly distinguishedBy: readonly string[]
}

const about = (event: DeliveryEvent): About | undefined => {
  const course = `${adl}/activities/course`
  switch (event.type) {
    case 'LearnerEnrolled':
    case 'LearnerPromoted':
      return {
        verb: 'registered',
        of: ['offerings', event.data.offeringId],
        type: course,
        distinguishedBy: ['registered', event.data.at],
      }
    case 'AttendanceRecorded': {
      const { sessionId, minutes, offeringId, at } = event.data
      if (minutes === 0) return undefined
      return {
        verb: 'attended',
        of: ['sessions', sessionId],
        parent: ['offerings', offeringId],
        type: `${adl}/activities/meeting`,
        result: { duration: durationOf(minutes) },
        distinguishedBy: ['attended', sessionId, at],
      }
    }
    case 'ResultRecorded': {
      const { instrumentId, attempt, scaled, offeringId } = event.data
      return {
        verb: 'scored',
        of: ['instruments', instrumentId],
        parent: ['offerings', offeringId],
        type: `${adl}/activities/assessment`,
        result: { score: { scaled: scaled / 1000 } },
        distinguishedBy: ['scored', instrumentId, String(attempt)],
      }
    }
    case 'EnrolmentCompleted': {
      const { outcome, attendedMinutes, offeringId, courseId, at } = event.data
      return {
        verb: outcome,
        of: ['offerings', offeringId],
        parent: ['courses', courseId],
        type: course,
        result: {
          completion: true,
          ...(outcome === 'completed' ? {} : { success: true }),
          duration: durationOf(attendedMinutes),
        },
        distinguishedBy: ['ended', at],
      }
    }
    case 'EnrolmentFailed': {
      const { assessment, attendedMinutes, offeringId, courseId, at } = event.data
      return {
        verb: 'failed',
        of: ['offerings', offeringId],
        parent: ['courses', courseId],
        type: course,
        result: {
          completion: false,
          // A learner who passed the test and attended too little has failed, and is not said to have had success.
          ...(assessment === 'passed' ? {} : { success: false }),
          duration: durationOf(attendedMinutes),
        },
        distinguishedBy: ['ended', at],
      }
    }
    default:
      return undefined
  }
}

/**
 * An event of a learner as an xAPI statement (1.0.3, or 2.0) for a learning record store; `undefined` for what
 * has no verb.
 *
 * Seats given are `registered`, minutes `attended`, results `scored`, ends `completed`, `passed`, `failed` or (cmi5)
 * `waived`. Learners are accounts by their ids; nobody is named. Statement ids and registrations are made of the facts, so
 * that sending twice is sending once. Throws when an address is no IRI.
 *
 * @example
 * ```ts
 * import { toXapi, xapiIssues } from 'training-ops/interop'
 * import { deliveryEvents } from 'training-ops'
 * const scored = deliveryEvents.make.ResultRecorded({
 *   at: '2026-03-01T01:00:00.000Z', offeringId: 'o-1', learnerId: 'ada', instrumentId: 'test', attempt: 1, scaled: 850,
 * })
 * const statement = toXapi(scored, { homePage: 'https://hr.example.com', base: 'https://learn.example.com' })
 * statement?.result // => { score: { scaled: 0.85 } }
 * xapiIssues(statement) // => []
 * ```
 */
export const toXapi = (event: DeliveryEvent, addresses: XapiAddresses): XapiStatement | undefined =>
  needing('toXapi', 'an event of delivery and addresses', () => {
    const { homePage, base, languages = [], version } = addresses
    for (const [name, address] of Object.entries({ homePage, base }))
      if (typeof address !== 'string' || !isIri(address))
        throw mistake('toXapi', `${name} as an IRI`, JSON.stringify(address))
    const distinguishedBy = about(event)
    if (distinguishedBy === undefined) return undefined
    const { offeringId, learnerId, at } = event.data as Readonly<
      Record<'offeringId' | 'learnerId' | 'at', string>
    >
    return {
      id: uuidOf(homePage, offeringId, learnerId, ...distinguishedBy.distinguishedBy),
      actor: { objectType: 'Agent', account: { homePage, name: learnerId } },
      verb: verbIn(distinguishedBy.verb, languages),
      object: {
        objectType: 'Activity',
        id: addressed(base, ...distinguishedBy.of),
        definition: { type: distinguishedBy.type },
      },
      ...given({ result: distinguishedBy.result }),
      context: {
        registration: uuidOf(homePage, offeringId, learnerId),
        ...(distinguishedBy.parent === undefined
          ? {}
          : { contextActivities: { parent: [{ id: addressed(base, ...distinguishedBy.parent) }] } }),
      },
      timestamp: at,
      ...(version === '2.0.0' ? { version } : {}),
    }
  })
