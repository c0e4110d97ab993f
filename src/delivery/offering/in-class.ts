/** While it runs: what went wrong, how learners took part, and that they were reminded to come. */
import {
  accepted,
  type DataOf,
  defineDecision,
  IllegalTransition,
  onlyFrom,
  projections,
  refusedBy,
  Unknown,
} from '../../kernel/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { seatAllocation } from '../enrolment/seat-allocation.ts'
import { type DeliveryEvent, deliveryEvents } from '../events.ts'
import { deliveryRejections } from '../rejections.ts'
import { isOver, mustBeScheduled, onlyUnlessVoided } from './rules.ts'
import { offering } from './state.ts'
import { incidentStatusAfter as after, type IncidentStatus } from './status.ts'

const events = deliveryEvents.make
const { ResolvedBeforeReported, SessionNotStarted } = deliveryRejections

type Reported = Omit<
  DataOf<DeliveryEvent, 'IncidentReported'>,
  'at' | 'offeringId' | 'incidentId' | 'description'
>
type Incident = { status: IncidentStatus; reportedAt: string; as: Reported; described: boolean }

const ends =
  (status: IncidentStatus) =>
  (incidents: Record<string, Incident>, { incidentId }: { readonly incidentId: string }) => {
    const incident = incidents[incidentId]
    if (incident !== undefined) incident.status = status
  }

/** The incidents of an offering, and whether each was resolved. Their words are not known here: a person may have them erased. */
export const incidents = projections<DeliveryEvent>()({
  name: 'incidents',
  by: ['offeringId'],
  initial: (): Record<string, Incident> => ({}),
  on: {
    IncidentReported: (incidents, { incidentId, at, offeringId: _, description, ...as }) => {
      const described = description !== undefined
      incidents[incidentId] = { status: after.IncidentReported, reportedAt: at, as, described }
    },
    IncidentCorrected: (
      incidents,
      { incidentId, at: _at, offeringId: _of, correctedBy: _by, reason: _why, description, ...as },
    ) => {
      const incident = incidents[incidentId]
      if (incident !== undefined) Object.assign(incident, { as, described: description !== undefined })
    },
    IncidentRetracted: ends(after.IncidentRetracted),
    IncidentResolved: ends(after.IncidentResolved),
  },
})

export const reportIncident = defineDecision({
  command: commands.ReportIncident,
  reads: { offering, incidents },
  decide: (command, { offering, incidents }) => {
    const { offeringId, incidentId, sessionId } = command
    const before = incidents[incidentId]
    return (
      refusedBy(
        mustBeScheduled(offering, offeringId),
        onlyUnlessVoided(offering, 'ReportIncident'),
        sessionId !== undefined &&
          !offering.sessions.some((one) => one.sessionId === sessionId) &&
          Unknown({ what: 'session', id: sessionId }),
        before !== undefined && IllegalTransition({ from: before.status, command: 'ReportIncident' }),
      ) ?? accepted(events.IncidentReported(command))
    )
  },
})

export const resolveIncident = defineDecision({
  command: commands.ResolveIncident,
  reads: { offering, incidents },
  decide: (command, { offering, incidents }) => {
    const incident = incidents[command.incidentId]
    const refused = refusedBy(
      incident === undefined && Unknown({ what: 'incident', id: command.incidentId }),
      onlyUnlessVoided(offering, 'ResolveIncident'),
      incident !== undefined && onlyFrom(incident.status, ['open'], 'ResolveIncident'),
      incident !== undefined &&
        command.at < incident.reportedAt &&
        ResolvedBeforeReported({ reportedAt: incident.reportedAt }),
    )
    if (refused !== undefined || incident === undefined) return refused ?? accepted()
    return accepted(events.IncidentResolved({ ...command, reportedAt: incident.reportedAt }))
  },
})

export const recordInteraction = defineDecision({
  command: commands.RecordInteraction,
  reads: { offering },
  decide: (command, { offering }) => {
    const session = offering.sessions.find(({ sessionId }) => sessionId === command.sessionId)
    return (
      refusedBy(
        mustBeScheduled(offering, command.offeringId),
        onlyFrom(offering.status, ['confirmed', 'running', 'completed'], 'RecordInteraction'),
        session === undefined && Unknown({ what: 'session', id: command.sessionId }),
        session !== undefined && command.at < session.start && SessionNotStarted({ start: session.start }),
      ) ?? accepted(events.InteractionRecorded(command))
    )
  },
})

/** The enrolled learners are reminded of the session, if it still begins then. */
export const remindLearners = defineDecision({
  command: commands.RemindLearners,
  reads: { offering, seatAllocation },
  decide: ({ at, offeringId, sessionId, starts }, { offering, seatAllocation: { enrolled } }) => {
    const session = offering.sessions.find((one) => one.sessionId === sessionId)
    const refused = refusedBy(mustBeScheduled(offering, offeringId))
    if (refused !== undefined || session?.start !== starts || enrolled === 0) return refused ?? accepted()
    if (isOver(offering) || offering.delivered.includes(sessionId)) return accepted()
    return accepted(events.LearnersReminded({ at, offeringId, sessionId, starts, enrolled }))
  },
})
