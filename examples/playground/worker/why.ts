/**
 * The events behind a number: those at which it moved when the log was folded, and those without which it would be another.
 * Each is found by folding: one event further, and all but one.
 *
 * A number is taken once for each learner or class that has a share in it, of their records alone: the shares are what the
 * number counts, so it moves when one of them does. A test holds this against the whole log.
 */
import { type AnyProjection, evidenceInSteps, project } from 'training-ops'
import {
  chainIn,
  classesIn,
  dutiesIn,
  figureIn,
  gapsIn,
  minutesIn,
  planIn,
  type RecordName,
  type Records,
  recordNames,
  recordProjections,
  seatsIn,
  timeIn,
} from './frame.ts'
import type { Evidence, LogEvent, Moment, Reason, Year } from './protocol.ts'

const shown = 60

type People = Year['people']
type Look = (records: Records, people: People) => unknown
type Share = 'learner' | 'offering'

type Numbered = {
  /** The number, from records. */
  readonly look: Look
  /** What has a share in it: each learner, each class, or these records together. */
  readonly of: Share | 'whole'
  /** Only events of this learner or class have a share. */
  readonly only?: Readonly<Partial<Record<'learnerId' | 'offeringId', string>>>
}

/** A class is counted by its seats, and whether it kept a register: its people are looked at together. */
const countedByClass: readonly string[] = ['M09', 'M11']

const numbered = (reason: Reason, moment: Moment): Numbered => {
  switch (reason.of) {
    case 'figure':
      return {
        look: (records, people) => figureIn(reason.metric, moment, records, people, 1),
        of: countedByClass.includes(reason.metric) ? 'offering' : 'learner',
      }
    case 'class':
      return {
        look: (records) => {
          const row = classesIn(records).find(({ id }) => id === reason.offeringId)
          if (row === undefined) return undefined
          const { waitlisted, completed, enrolled, failed, noShow } = row
          return { waitlisted, completed, held: enrolled + completed + failed + noShow }[reason.counted]
        },
        of: 'offering',
        only: { offeringId: reason.offeringId },
      }
    case 'seat':
      return {
        look: (records) =>
          seatsIn(records, reason.offeringId).find(({ learnerId }) => learnerId === reason.learnerId)?.status,
        of: 'whole',
        only: { offeringId: reason.offeringId, learnerId: reason.learnerId },
      }
    case 'duty':
      return {
        look: (records, people) =>
          dutiesIn(
            moment,
            records,
            people.filter(({ learnerId }) => learnerId === reason.learnerId),
          ).find(({ requirementId }) => requirementId === reason.requirementId),
        of: 'whole',
        only: { learnerId: reason.learnerId },
      }
    case 'line':
      return {
        look: (records) =>
          planIn(moment, records).find(({ lineId }) => lineId === reason.lineId)?.[reason.counted],
        of: reason.counted === 'trained' ? 'learner' : 'whole',
      }
    case 'hours':
      return {
        look: (records, people) => minutesIn(records, people).get(`${reason.row} ${reason.column}`),
        of: 'learner',
      }
    case 'gap':
      return {
        look: (records) =>
          gapsIn(moment, records).find(
            ({ role, competency }) => role === reason.role && competency === reason.competency,
          ),
        of: 'whole',
      }
    case 'chain':
      return {
        look: (records) =>
          chainIn(records).filter(
            ({ needId, programId }) =>
              (reason.needId === undefined || needId === reason.needId) &&
              (reason.programId === undefined || programId === reason.programId),
          ),
        of: 'whole',
      }
  }
}

/** Which records a number reads. */
const readBy = (look: Look, records: Records, people: People): readonly RecordName[] => {
  const read = new Set<string>()
  look(
    new Proxy(records, {
      get: (all, name: string) => {
        read.add(name)
        return all[name as keyof Records]
      },
    }),
    people,
  )
  return recordNames.filter((name) => read.has(name))
}

/** Of all that happened up to an instant, the events behind a number. Yields how much of it is done, from 0 to 1. */
export function* eventsBehind(
  { events, people }: Year,
  moment: Moment,
  reason: Reason,
): Generator<number, readonly LogEvent[]> {
  const { look, of, only } = numbered(reason, moment)
  const time = timeIn(moment.mode)
  const log = events.filter((event) => time(event) <= moment.at)
  const nobody = Object.fromEntries(recordNames.map((name) => [name, {}])) as unknown as Records
  const whole = Object.fromEntries(
    recordNames.map((name) => [name, project(recordProjections[name], log)]),
  ) as unknown as Records
  const read = readBy(look, whole, people).map((name) => [name, recordProjections[name]] as const)
  const staff = new Map(people.map((one) => [one.learnerId, one]))
  const evidence = yield* evidenceInSteps({
    log,
    records: Object.fromEntries(read) as Readonly<Record<string, AnyProjection>>,
    take: (records, ids) =>
      look(
        { ...nobody, ...records },
        of === 'learner' && ids !== undefined ? ids.flatMap((id) => staff.get(id) ?? []) : people,
      ),
    ...(of === 'whole' ? {} : { sharedBy: `${of}Id` }),
    ...(only === undefined ? {} : { about: only }),
  })
  return evidence.status === 'shown' ? evidence.events : []
}

/** None, once it is no longer wanted. */
export const evidenceFor = async (
  year: Year,
  moment: Moment,
  reason: Reason,
  told: (done: number) => void,
  isWanted: () => boolean,
): Promise<Evidence | undefined> => {
  const search = eventsBehind(year, moment, reason)
  let step = search.next()
  for (let since = performance.now(); step.done !== true; step = search.next())
    if (performance.now() - since > 60) {
      told(step.value)
      // the page may ask for another frame meanwhile
      await new Promise((resume) => setTimeout(resume, 0))
      if (!isWanted()) return undefined
      since = performance.now()
    }
  const found = step.value
  const counts = new Map<string, number>()
  for (const { type } of found) counts.set(type, (counts.get(type) ?? 0) + 1)
  return {
    total: found.length,
    byType: [...counts].sort(([, a], [, b]) => b - a),
    events: found.slice(-shown).reverse(),
  }
}
