import { accepted, advised, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { evaluationCommands as commands } from '../commands.ts'
import { evaluationEvents } from '../events.ts'
import type { PublishedFigure } from '../figure.ts'
import { evaluationRejections } from '../rejections.ts'
import { mustBePlanned, nothingIsAddedToAPublishedReport, subjectOf } from './rules.ts'
import { type StudyState, study } from './state.ts'
import { measuring } from './status.ts'

const events = evaluationEvents.make
const {
  BelowMinimumGroup,
  ContributionWithoutInterval,
  EvidenceInsufficient,
  ImprovementUnowned,
  IsolationMissing,
  LevelNotPlanned,
} = evaluationRejections

/** A gain of the business is not a gain of training, until one says how the two are told apart. */
const resultsAreIsolated = ({ isolation }: StudyState, level: number) =>
  ((level >= 4 && isolation === undefined) || (level >= 5 && isolation === 'none')) &&
  IsolationMissing({ level })

/** That people act differently at work is said by their supervisor and one source more. */
const behaviourIsTriangulated = (level: number, sources: readonly string[]) =>
  level === 3 &&
  (!sources.includes('supervisor') || sources.length < 2) &&
  EvidenceInsufficient({ have: sources, need: ['supervisor', 'another'] })

const hasInterval = ({ result }: PublishedFigure) => result.status === 'ok' && result.interval !== undefined

/** How far training contributed is said with how sure one is: a control group and a trend line both tell. */
const theContributionHasAnInterval = (
  { isolation }: StudyState,
  {
    level,
    figures = [],
  }: { readonly level: number; readonly figures?: readonly PublishedFigure[] | undefined },
) => {
  const computed = figures.filter(({ result }) => result.status === 'ok')
  return (
    level === 4 &&
    (isolation === 'control' || isolation === 'trend') &&
    computed.length > 0 &&
    !computed.some(hasInterval) &&
    ContributionWithoutInterval({ figures: computed.map(({ figure }) => figure) })
  )
}

/** A finding about results that names no figure is somebody's word. */
const contributionIsStated = (level: number, figures: readonly PublishedFigure[] = []) =>
  level === 4 && figures.length === 0 && ({ code: 'ContributionUnstated', level } as const)

/** Something was measured before; of a class it may be what a study of its program asked. */
const finding = ({ offeringId }: StudyState) =>
  offeringId === undefined ? (['collecting', 'analysed'] as const) : measuring

export const recordFinding = defineDecision({
  command: commands.RecordFinding,
  reads: { study },
  decide: (command, { study }) => {
    const { evaluationId, findingId, level, sources, people } = command
    return (
      refusedBy(
        mustBePlanned(study, evaluationId),
        nothingIsAddedToAPublishedReport(study),
        onlyFrom(study.status, finding(study), 'RecordFinding'),
        study.findings[findingId] !== undefined && onlyFrom('recorded', [], 'RecordFinding'),
        !study.levels.includes(level) && LevelNotPlanned({ level }),
        resultsAreIsolated(study, level),
        behaviourIsTriangulated(level, sources),
        people < study.k && BelowMinimumGroup({ have: people, need: study.k }),
        theContributionHasAnInterval(study, command),
      ) ??
      advised(
        accepted(events.FindingRecorded({ ...command, ...subjectOf(study) })),
        contributionIsStated(level, command.figures),
      )
    )
  },
})

export const proposeImprovement = defineDecision({
  command: commands.ProposeImprovement,
  reads: { study },
  decide: (command, { study }) => {
    const { evaluationId, improvementId, findingId, owner } = command
    const refused = refusedBy(
      mustBePlanned(study, evaluationId),
      onlyFrom(study.status, ['analysed', 'published'], 'ProposeImprovement'),
      study.findings[findingId] === undefined && Unknown({ what: 'finding', id: findingId }),
      study.improvements[improvementId] !== undefined &&
        onlyFrom(study.improvements[improvementId]?.status ?? 'open', [], 'ProposeImprovement'),
      owner === undefined && ImprovementUnowned({ improvementId }),
    )
    if (refused !== undefined || owner === undefined) return refused ?? accepted()
    return accepted(events.ImprovementProposed({ ...command, owner, ...subjectOf(study) }))
  },
})

const mustBeOpen = ({ improvements }: StudyState, improvementId: string, command: string) => {
  const status = improvements[improvementId]?.status
  return status === undefined
    ? Unknown({ what: 'improvement', id: improvementId })
    : onlyFrom(status, ['open'], command)
}

export const completeImprovement = defineDecision({
  command: commands.CompleteImprovement,
  reads: { study },
  decide: (command, { study }) =>
    refusedBy(
      mustBePlanned(study, command.evaluationId),
      mustBeOpen(study, command.improvementId, 'CompleteImprovement'),
    ) ?? accepted(events.ImprovementCompleted({ ...command, ...subjectOf(study) })),
})

export const dismissImprovement = defineDecision({
  command: commands.DismissImprovement,
  reads: { study },
  decide: (command, { study }) =>
    refusedBy(
      mustBePlanned(study, command.evaluationId),
      mustBeOpen(study, command.improvementId, 'DismissImprovement'),
    ) ?? accepted(events.ImprovementDismissed({ ...command, ...subjectOf(study) })),
})
