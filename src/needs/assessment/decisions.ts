import { accepted, advised, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { isWithin, type Segment } from '../../vocabulary/index.ts'
import { needsEvents } from '../events.ts'
import { ranked } from '../priority/rank.ts'
import { anExpertConfirms, everyNeedIsRated, ratingsAreOnScale, weightsSumToOne } from '../priority/rules.ts'
import { needsRejections } from '../rejections.ts'
import { assessmentCommands as commands } from './commands.ts'
import { pursued } from './pursued.ts'
import { frozenNeedsReport, levelsMissing } from './report.ts'
import { isTrainable } from './shapes.ts'
import { type NeedsAssessmentState, needEvidence, needsAssessment, trainingNeed } from './state.ts'

const events = needsEvents.make
const {
  EvidenceMissing,
  IntervieweeRoleMissing,
  NeedNotTrainable,
  NeedUnprioritized,
  ReportAlreadyPublished,
  SegmentOutOfScope,
} = needsRejections

const mustBeOpened = ({ status }: NeedsAssessmentState, assessmentId: string) =>
  status === 'unknown' && Unknown({ what: 'needsAssessment', id: assessmentId })

const inScope = ({ segments }: NeedsAssessmentState, segment: Segment) =>
  !segments.some((wider) => isWithin(segment, wider)) && SegmentOutOfScope({ segment })

export const openNeedsAssessment = defineDecision({
  command: commands.OpenNeedsAssessment,
  reads: { needsAssessment },
  decide: (command, { needsAssessment }) =>
    refusedBy(onlyFrom(needsAssessment.status, ['unknown'], 'OpenNeedsAssessment')) ??
    accepted(events.NeedsAssessmentOpened(command)),
})

const somebodyWasAsked = (evidence: {
  readonly evidenceId: string
  readonly source: string
  readonly intervieweeRole?: string | undefined
}) =>
  evidence.source === 'interview' &&
  evidence.intervieweeRole === undefined &&
  IntervieweeRoleMissing({ evidenceId: evidence.evidenceId })

export const recordNeedEvidence = defineDecision({
  command: commands.RecordNeedEvidence,
  reads: { needsAssessment, needEvidence },
  decide: (command, { needsAssessment, needEvidence }) =>
    refusedBy(
      mustBeOpened(needsAssessment, command.assessmentId),
      onlyFrom(needsAssessment.status, ['open', 'published'], 'RecordNeedEvidence'),
      onlyFrom(needEvidence.status, ['unknown'], 'RecordNeedEvidence'),
      inScope(needsAssessment, command.segment),
      somebodyWasAsked(command),
    ) ?? accepted(events.NeedEvidenceRecorded(command)),
})

const restsOnEvidence = (
  { evidence }: NeedsAssessmentState,
  { needId, evidenceIds }: { readonly needId: string; readonly evidenceIds: readonly string[] },
) => {
  const missing = evidenceIds.filter((id) => evidence[id] === undefined)
  return (evidenceIds.length === 0 || missing.length > 0) && EvidenceMissing({ needId, evidenceIds: missing })
}

const answersWhatDrives = ({ drivers }: NeedsAssessmentState, named: readonly string[]) => {
  const unknown = named.find((one) => !drivers.some(({ driver }) => driver === one))
  return unknown !== undefined && Unknown({ what: 'driver', id: unknown })
}

export const identifyNeed = defineDecision({
  command: commands.IdentifyNeed,
  reads: { needsAssessment, trainingNeed },
  decide: (command, { needsAssessment, trainingNeed }) =>
    refusedBy(
      mustBeOpened(needsAssessment, command.assessmentId),
      onlyFrom(needsAssessment.status, ['open', 'published'], 'IdentifyNeed'),
      onlyFrom(trainingNeed.status, ['unknown'], 'IdentifyNeed'),
      inScope(needsAssessment, command.segment),
      restsOnEvidence(needsAssessment, command),
      answersWhatDrives(needsAssessment, command.drivers),
    ) ?? accepted(events.NeedIdentified(command)),
})

const canBeRanked = ({ needs }: NeedsAssessmentState, needId: string) => {
  const need = needs[needId]
  if (need === undefined) return Unknown({ what: 'need', id: needId })
  return (
    onlyFrom(need.dismissed ? 'dismissed' : 'identified', ['identified'], 'PrioritizeNeeds') ||
    (!isTrainable(need.cause) && NeedNotTrainable({ needId, cause: need.cause }))
  )
}

const nobodyIsLeftOut = (assessment: NeedsAssessmentState, needIds: readonly string[]) => {
  const placed = new Set(needIds)
  const left = pursued(assessment)
    .filter(([needId, { cause }]) => isTrainable(cause) && !placed.has(needId))
    .map(([needId]) => needId)
  return left.length > 0 && NeedUnprioritized({ needIds: left })
}

export const prioritizeNeeds = defineDecision({
  command: commands.PrioritizeNeeds,
  reads: { needsAssessment },
  decide: ({ at, assessmentId, method }, { needsAssessment }) => {
    const rated = method.ratings.map(({ needId }) => needId as string)
    const refused = refusedBy(
      mustBeOpened(needsAssessment, assessmentId),
      onlyFrom(needsAssessment.status, ['open', 'published'], 'PrioritizeNeeds'),
      weightsSumToOne(method),
      anExpertConfirms(method),
      rated.map((needId) => canBeRanked(needsAssessment, needId)).find(Boolean),
      ratingsAreOnScale(method),
      everyNeedIsRated(method),
      nobodyIsLeftOut(needsAssessment, rated),
    )
    if (refused !== undefined) return refused
    const scores = ranked(method, (needId) => needsAssessment.needs[needId]?.horizon ?? 'current')
    const needIds = scores.map(({ needId }) => needId)
    return accepted(
      events.NeedsPrioritized({ at, assessmentId, method, needIds, scores: [...scores] }),
      ...scores.map((score) => events.NeedRanked({ at, assessmentId, ...score })),
    )
  },
})

export const dismissNeed = defineDecision({
  command: commands.DismissNeed,
  reads: { needsAssessment },
  decide: (command, { needsAssessment }) => {
    const need = needsAssessment.needs[command.needId]
    const status = need?.dismissed === true ? 'dismissed' : 'identified'
    return (
      refusedBy(
        mustBeOpened(needsAssessment, command.assessmentId),
        onlyFrom(needsAssessment.status, ['open', 'published'], 'DismissNeed'),
        need === undefined && Unknown({ what: 'need', id: command.needId }),
        onlyFrom(status, ['identified'], 'DismissNeed'),
      ) ?? accepted(events.NeedDismissed(command))
    )
  },
})

const everyNeedIsRanked = (assessment: NeedsAssessmentState) => {
  const rankedIds = assessment.priorities?.scores.map(({ needId }) => needId) ?? []
  return nobodyIsLeftOut(assessment, rankedIds)
}

const somethingWasNeeded = ({ needs }: NeedsAssessmentState) =>
  Object.keys(needs).length === 0 && NeedUnprioritized({ needIds: [] })

/** A soft rule: needs are looked for in the organisation, in its tasks and in its people. */
const adviceOn = (assessment: NeedsAssessmentState) => {
  const levels = levelsMissing(assessment)
  return levels.length > 0 && { code: 'AnalysisLevelMissing' as const, levels }
}

export const publishNeedsReport = defineDecision({
  command: commands.PublishNeedsReport,
  reads: { needsAssessment },
  decide: ({ at, assessmentId }, { needsAssessment }) => {
    const { status, period, report } = needsAssessment
    const refused = refusedBy(
      mustBeOpened(needsAssessment, assessmentId),
      status === 'published' &&
        ReportAlreadyPublished({ assessmentId, publishedAt: report?.publishedAt ?? '' }),
      onlyFrom(status, ['open'], 'PublishNeedsReport'),
      somethingWasNeeded(needsAssessment),
      everyNeedIsRanked(needsAssessment),
    )
    if (refused !== undefined) return refused
    const published = { at, assessmentId, period, ...frozenNeedsReport(needsAssessment) }
    return advised(accepted(events.NeedsReportPublished(published)), adviceOn(needsAssessment))
  },
})

export const restateNeedsReport = defineDecision({
  command: commands.RestateNeedsReport,
  reads: { needsAssessment },
  decide: ({ at, assessmentId, reason }, { needsAssessment }) => {
    const { status, period, report } = needsAssessment
    const refused = refusedBy(
      mustBeOpened(needsAssessment, assessmentId),
      onlyFrom(status, ['published'], 'RestateNeedsReport'),
      everyNeedIsRanked(needsAssessment),
    )
    if (refused !== undefined) return refused
    const now = frozenNeedsReport(needsAssessment)
    const replaces = report?.digest ?? ''
    if (now.digest === replaces) return accepted()
    const restated = { at, assessmentId, period, ...now, replaces, reason }
    return advised(accepted(events.NeedsReportRestated(restated)), adviceOn(needsAssessment))
  },
})

export const closeNeedsAssessment = defineDecision({
  command: commands.CloseNeedsAssessment,
  reads: { needsAssessment },
  decide: ({ at, assessmentId }, { needsAssessment }) =>
    refusedBy(
      mustBeOpened(needsAssessment, assessmentId),
      onlyFrom(needsAssessment.status, ['published'], 'CloseNeedsAssessment'),
    ) ?? accepted(events.NeedsAssessmentClosed({ at, assessmentId })),
})
