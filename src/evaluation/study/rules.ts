import { Unknown } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import { evaluationRejections } from '../rejections.ts'
import type { StudyState } from './state.ts'

const { LowerLevelMissing, MeasureChangedUnit, ReportFrozen, StudySubjectUnclear } = evaluationRejections

export const mustBePlanned = ({ status }: StudyState, evaluationId: string) =>
  status === 'unknown' && Unknown({ what: 'evaluation', id: evaluationId })

type Subject = { readonly programId?: string | undefined; readonly offeringId?: string | undefined }

/** The subject of everything in a study: its program, or its class. */
export const subjectOf = ({
  programId,
  offeringId,
}: Subject): { programId?: string; offeringId?: string } => ({
  ...given({ programId, offeringId }),
})

export const oneSubject = ({ programId, offeringId }: Subject) =>
  (programId === undefined) === (offeringId === undefined) &&
  StudySubjectUnclear(subjectOf({ programId, offeringId }))

const isNotItsProgram = (study: Subject, { programId }: Subject) =>
  programId !== undefined &&
  study.programId !== programId &&
  Unknown({ what: 'programOfEvaluation', id: programId })

const isNotItsClass = (study: Subject, { offeringId }: Subject) =>
  offeringId !== undefined &&
  study.offeringId !== offeringId &&
  Unknown({ what: 'offeringOfEvaluation', id: offeringId })

const oneIsNamed = ({ programId, offeringId }: Subject) =>
  programId === undefined && offeringId === undefined && StudySubjectUnclear({})

/** A fact about a class is not evidence on its whole program, nor the other way round. */
export const mustBeOfItsSubject = (study: Subject, named: Subject) =>
  isNotItsProgram(study, named) || isNotItsClass(study, named) || oneIsNamed(named)

/** The same where a study of a program may ask about one of its classes, and names the program all the same. */
export const mustBeOfItsProgram = (study: Subject, named: Subject) =>
  isNotItsProgram(study, named) ||
  ((study.offeringId !== undefined || named.programId === undefined) && isNotItsClass(study, named)) ||
  oneIsNamed(named)

/** A published report was computed from the facts of that day: nothing is added under it. */
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
