import { accepted, defineDecision, digestOf, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { evaluationCommands as commands } from '../commands.ts'
import { evaluationEvents } from '../events.ts'
import type { PublishedFigure } from '../figure.ts'
import { evaluationRejections } from '../rejections.ts'
import { type StudyState, study } from './known.ts'
import { everyLevelBelowIsThere, mustBePlanned, nothingIsAddedToAPublishedReport } from './rules.ts'

const happened = evaluationEvents.make
const { IsolationMissing, OpenImprovements } = evaluationRejections

const reportDigest = ({
  figures,
  calculatorVersion,
  inputsDigest,
}: {
  figures: readonly PublishedFigure[]
  calculatorVersion: string
  inputsDigest?: string | undefined
}): string =>
  digestOf({ figures, calculatorVersion, ...(inputsDigest === undefined ? {} : { inputsDigest }) })

/** A return on investment is printed only where the effect of training was told from everything else. */
const aReturnIsIsolated = ({ isolation }: StudyState, figures: readonly PublishedFigure[]) =>
  (isolation === undefined || isolation === 'none') &&
  figures.some(({ level, result }) => level === 5 && result.status === 'ok') &&
  IsolationMissing({ level: 5 })

export const publishEvaluationReport = defineDecision({
  command: commands.PublishEvaluationReport,
  reads: { study },
  decide: (command, { study }) => {
    const found = Object.values(study.findings)
    return (
      refusedBy(
        mustBePlanned(study, command.evaluationId),
        nothingIsAddedToAPublishedReport(study),
        onlyFrom(study.status, ['analysed'], 'PublishEvaluationReport'),
        everyLevelBelowIsThere(found),
        aReturnIsIsolated(study, command.figures),
      ) ??
      accepted(
        happened.EvaluationReportPublished({
          ...command,
          programId: study.programId,
          digest: reportDigest(command),
        }),
      )
    )
  },
})

export const restateEvaluationReport = defineDecision({
  command: commands.RestateEvaluationReport,
  reads: { study },
  decide: (command, { study }) => {
    const replaces = study.digest
    const digest = reportDigest(command)
    const refused = refusedBy(
      mustBePlanned(study, command.evaluationId),
      onlyFrom(study.status, ['published', 'closed'], 'RestateEvaluationReport'),
      aReturnIsIsolated(study, command.figures),
    )
    if (refused !== undefined || replaces === undefined) return refused ?? accepted()
    if (replaces === digest) return accepted()
    return accepted(
      happened.EvaluationReportRestated({ ...command, programId: study.programId, replaces, digest }),
    )
  },
})

export const closeEvaluation = defineDecision({
  command: commands.CloseEvaluation,
  reads: { study },
  decide: (command, { study }) => {
    const open = Object.keys(study.improvements).filter((id) => study.improvements[id] === 'open')
    return (
      refusedBy(
        mustBePlanned(study, command.evaluationId),
        onlyFrom(study.status, ['published'], 'CloseEvaluation'),
        open.length > 0 && OpenImprovements({ improvementIds: open }),
      ) ?? accepted(happened.EvaluationClosed({ ...command, programId: study.programId }))
    )
  },
})
