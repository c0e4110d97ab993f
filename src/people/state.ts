import { enrolmentStatusAfter } from '../delivery/enrolment/status.ts'
import type { DeliveryEvent } from '../delivery/events.ts'
import type { EvaluationEvent } from '../evaluation/events.ts'
import { identitiesTag, projections } from '../kernel/index.ts'
import { overlaps } from '../vocabulary/index.ts'
import type { PeopleEvent } from './events.ts'
import type { IdentityConflict } from './rejections.ts'

type Merge = { survivorId: string; mergedId: string; mergedIds: string[] }

/** The merged identities: by each id, every id of the person, the survivor first; and the merges that hold, the latest last. */
export const whoIsWho = projections<PeopleEvent>()({
  name: 'whoIsWho',
  tag: identitiesTag,
  initial: (): { idsOf: Record<string, readonly string[]>; merges: Merge[] } => ({ idsOf: {}, merges: [] }),
  on: {
    IdentitiesMerged: ({ idsOf, merges }, { survivorId, mergedId, identityIds }) => {
      merges.push({ survivorId, mergedId, mergedIds: [...(idsOf[mergedId] ?? [mergedId])] })
      for (const id of identityIds) idsOf[id] = identityIds
    },
    IdentitiesUnmerged: (who, { survivorId, mergedId, identityIds, releasedIds }) => {
      const undone = who.merges.findLastIndex(
        (one) => one.survivorId === survivorId && one.mergedId === mergedId,
      )
      who.merges = who.merges.filter((_, at) => at !== undone)
      const kept = identityIds.filter((id) => !releasedIds.includes(id))
      for (const id of kept) who.idsOf[id] = kept
      for (const id of releasedIds) who.idsOf[id] = releasedIds
    },
  },
})

type Hours = readonly { start: string; end: string }[]
type InClass = { status: string; from: string; upTo: string; sessions?: Hours }
/** An answer that counts: in which administration, of whom, and about whom. */
export type AnswerGiven = { administrationId: string; respondentId: string; learnerId: string }
type Answers = { answers: Record<string, AnswerGiven> }
/** The facts that one person can have only once. */
export type Life = Answers & { classes: Record<string, InClass> }

type Move = { at: string; offeringId: string; sessions?: Hours; to?: string }
const statusOf = enrolmentStatusAfter as Readonly<Record<string, unknown>>
const moved = (type: string) => {
  return ({ classes }: Life, { at, offeringId, sessions, to = '' }: Move) => {
    const status = statusOf[type]
    const before = classes[offeringId]
    classes[offeringId] = {
      status: typeof status === 'string' ? status : to,
      from: before?.from ?? at,
      upTo: at,
      ...(sessions === undefined
        ? before?.sessions === undefined
          ? {}
          : { sessions: before.sessions }
        : { sessions }),
    }
  }
}

type Named = {
  administrationId: string
  respondentId?: string | undefined
  learnerId?: string | undefined
}
/** Under a random key, an answer is nobody's. */
const answered = (
  { answers }: Answers,
  { administrationId, respondentId, learnerId }: Named,
  counts = true,
): void => {
  if (respondentId === undefined || learnerId === undefined) return
  const key = [administrationId, respondentId, learnerId].join(' ')
  if (counts) answers[key] = { administrationId, respondentId, learnerId }
  else delete answers[key]
}
const answering = {
  InvitationRedeemed: (of: Answers, answer: Named) => answered(of, answer),
  ResponseSubmitted: (of: Answers, answer: Named) => answered(of, answer),
  ResponseInvalidated: (of: Answers, answer: Named) => answered(of, answer, false),
}

/** The answers somebody gave under their name. */
export const answersGiven = projections<EvaluationEvent>()({
  name: 'answersGiven',
  by: ['respondentId'],
  initial: (): Answers => ({ answers: {} }),
  on: answering,
})

/** The classes somebody was in, with their hours, and the answers about them that were given under a name. */
export const life = projections<DeliveryEvent | EvaluationEvent>()({
  name: 'life',
  by: ['learnerId'],
  initial: (): Life => ({ classes: {}, answers: {} }),
  on: [
    Object.fromEntries(Object.keys(enrolmentStatusAfter).map((type) => [type, moved(type)])),
    {
      EnrolmentRescheduled: ({ classes }, { offeringId, sessions }) => {
        const one = classes[offeringId]
        if (one !== undefined) one.sessions = sessions
      },
    },
    answering,
  ],
})

const left = ['withdrawn', 'declined', 'lapsed', 'unseated', 'transferred', 'cancelled']
const seated = ['enrolled', 'completed', 'failed', 'noShow']

/** One left the class before the other came to it, at an earlier instant: somebody who left may come again. */
const isInTurn = (one: InClass, other: InClass): boolean =>
  (left.includes(one.status) && one.upTo < other.from) ||
  (left.includes(other.status) && other.upTo < one.from)

const seatsOf = ({ classes }: Life) =>
  Object.entries(classes).filter(([, { status }]) => seated.includes(status))

/**
 * The facts of two lives that one person cannot have both.
 *
 * @example
 * ```ts
 * import { conflictsOf, life } from 'training-ops'
 * conflictsOf(life.initial(), life.initial()) // => []
 * ```
 */
export const conflictsOf = (one: Life, other: Life): readonly IdentityConflict[] => {
  const found: IdentityConflict[] = []
  for (const [offeringId, here] of Object.entries(one.classes)) {
    const there = other.classes[offeringId]
    if (there !== undefined && !isInTurn(here, there)) found.push({ kind: 'sameClass', offeringId })
  }
  for (const [offeringId, { sessions = [] }] of seatsOf(one))
    for (const [elsewhere, { sessions: others = [] }] of seatsOf(other))
      if (elsewhere !== offeringId && sessions.some((a) => others.some((b) => overlaps(a, b))))
        found.push({ kind: 'overlappingSessions', offeringId, with: elsewhere })
  return found
}

/** The answers that one person cannot have given, nor had given about them, where two ids are one. */
export const answersInConflict = (
  answers: Answers['answers'],
  survivorId: string,
  mergedId: string,
): readonly IdentityConflict[] => {
  const found: IdentityConflict[] = []
  const seen = new Set<string>()
  const asOne = (id: string) => (id === mergedId ? survivorId : id)
  for (const { administrationId, respondentId, learnerId } of Object.values(answers)) {
    const [by, about] = [asOne(respondentId), asOne(learnerId)]
    const key = [administrationId, by, about].join(' ')
    if (seen.has(key)) found.push({ kind: 'sameAdministration', administrationId })
    else if (by === about && respondentId !== learnerId)
      found.push({ kind: 'ratedThemselves', administrationId })
    seen.add(key)
  }
  return found
}
