import { accepted, advised, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { evaluationCommands as commands } from '../commands.ts'
import { evaluationEvents } from '../events.ts'
import { type PublishedFigure, reportDigest } from '../figure.ts'
import { evaluationRejections } from '../rejections.ts'
import {
  everyLevelBelowIsThere,
  mustBePlanned,
  nothingIsAddedToAPublishedReport,
  subjectOf,
} from './rules.ts'
import { type StudyState, study } from './state.ts'

const events = evaluationEvents.make
const { IsolationMissing, OpenImprovements } = evaluationRejections

const levelsFound = ({ findings }: StudyState) => Object.values(findings).map(({ level }) => level)

/** A return is told only with findings at every level below it. */
const levelsTold = (figures: readonly PublishedFigure[]) =>
  figures.filter(({ level, result }) => level === 5 && result.status === 'ok').map(({ level }) => level)

/** A cost nobody posted is unknown, not nothing: the return is the better for it. */
const everyCostIsLoaded = (figures: readonly PublishedFigure[]) => {
  const categories = figures.flatMap(({ result }) =>
    result.status === 'ok'
      ? (result.notes ?? [])
          .filter(({ code }) => code === 'CostCategoryMissing')
          .map(({ category }) => String(category))
      : [],
  )
  return categories.length > 0 && ({ code: 'CostCategoryMissing', categories } as const)
}

/** A return on investment is printed only where the effect of training was told from everything else. */
const aReturnIsIsolated = ({ isolation }: StudyState, figures: readonly PublishedFigure[]) =>
  (isolation === undefined || isolation === 'none') &&
  figures.some(({ level, result }) => level === 5 && result.status === 'ok') &&
  IsolationMissing({ level: 5 })

export const publishEvaluationReport = defineDecision({
  command: commands.PublishEvaluationReport,
  reads: { study },
  decide: (command, { study }) => {
    const found = levelsFound(study)
    return (
      refusedBy(
        mustBePlanned(study, command.evaluationId),
        nothingIsAddedToAPublishedReport(study),
        onlyFrom(study.status, ['analysed'], 'PublishEvaluationReport'),
        aReturnIsIsolated(study, command.figures),
        everyLevelBelowIsThere(found, [...found, ...levelsTold(command.figures)]),
      ) ??
      advised(
        accepted(
          events.EvaluationReportPublished({
            ...command,
            ...subjectOf(study),
            digest: reportDigest(command),
          }),
        ),
        everyCostIsLoaded(command.figures),
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
      everyLevelBelowIsThere(levelsFound(study), levelsTold(command.figures)),
    )
    if (refused !== undefined || replaces === undefined) return refused ?? accepted()
    if (replaces === digest) return accepted()
    return accepted(events.EvaluationReportRestated({ ...command, ...subjectOf(study), replaces, digest }))
  },
})

export const closeEvaluation = defineDecision({
  command: commands.CloseEvaluation,
  reads: { study },
  decide: (command, { study }) => {
    const open = Object.keys(study.improvements).filter((id) => study.improvements[id]?.status === 'open')
    return (
      refusedBy(
        mustBePlanned(study, command.evaluationId),
        onlyFrom(study.status, ['published'], 'CloseEvaluation'),
        open.length > 0 && OpenImprovements({ improvementIds: open }),
      ) ?? accepted(events.EvaluationClosed({ ...command, ...subjectOf(study) }))
    )
  },
})
