import { Unknown } from '../../kernel/index.ts'
import { evaluationRejections } from '../rejections.ts'
import type { StudyState } from './known.ts'

const { LowerLevelMissing, MeasureChangedUnit, ReportFrozen } = evaluationRejections

export const mustBePlanned = ({ status }: StudyState, evaluationId: string) =>
  status === 'unknown' && Unknown({ what: 'evaluation', id: evaluationId })

export const mustBeOfTheProgram = (study: StudyState, programId: string) =>
  study.programId !== programId && Unknown({ what: 'programOfEvaluation', id: programId })

/** What was published was computed from what was known: nothing is added under it. */
export const nothingIsAddedToAPublishedReport = ({ digest }: StudyState) =>
  digest !== undefined && ReportFrozen({ digest })

export const aMeasureKeepsItsUnit = (
  study: StudyState,
  read: { readonly measure: string; readonly measuredIn: string; readonly decimals?: number | undefined },
) => {
  const { measure, measuredIn, decimals = 0 } = read
  const before = study.measuredIn[measure]
  return (
    before !== undefined &&
    (before.measuredIn !== measuredIn || before.decimals !== decimals) &&
    MeasureChangedUnit({ measure, ...before })
  )
}

/** A level says nothing about training unless the levels below it were looked at too. */
export const everyLevelBelowIsThere = (levels: readonly number[], of: readonly number[] = levels) => {
  const highest = Math.max(0, ...of)
  for (let level = 1; level < highest; level++)
    if (!levels.includes(level)) return LowerLevelMissing({ level })
  return false
}

/** Every status in which a study still measures. */
export const measuring = ['planned', 'baselined', 'collecting', 'analysed'] as const
