import { Unknown } from '../../kernel/index.ts'
import { planningRejections } from '../rejections.ts'
import type { ProgramState } from './known.ts'

const { AccountableNotUnique, BaselineMissing, EvaluationLevelGap, ProgramIncomplete } = planningRejections

export const mustBeProposed = ({ status }: ProgramState, programId: string) =>
  status === 'unknown' && Unknown({ what: 'program', id: programId })

/** What a program is made of, and has nothing of yet. */
export const isComplete = ({ objectives, stages, milestones, budget, evaluation }: ProgramState) => {
  const there = {
    objectives: Object.keys(objectives).length > 0,
    curriculum: stages.length > 0,
    milestones: Object.keys(milestones).length > 0,
    budget: budget !== undefined,
    evaluation: evaluation !== undefined,
  }
  const missing = Object.entries(there).flatMap(([part, is]) => (is ? [] : [part]))
  return missing.length > 0 && ProgramIncomplete({ missing })
}

/** Exactly one answers for a milestone, and at least one does it. */
export const oneAnswersForEach = ({ milestones }: ProgramState) => {
  const orphan = Object.entries(milestones).find(([, { responsibility }]) => responsibility === undefined)
  return (
    orphan !== undefined && AccountableNotUnique({ milestoneId: orphan[0], accountable: 0, responsible: 0 })
  )
}

/** An objective at a level says nothing without the levels below it. */
export const noLevelIsSkipped = (objectives: ProgramState['objectives'], levels: readonly number[]) => {
  for (const [objectiveId, { level }] of Object.entries(objectives)) {
    const upTo = Array.from({ length: level }, (_, at) => at + 1)
    const missing = upTo.filter((one) => !levels.includes(one))
    if (missing.length > 0) return EvaluationLevelGap({ objectiveId, level, missing })
  }
  return false
}

/** From level 2 on something could have been measured before the training; reactions could not. */
export const everyBaselineIsKnown = ({ objectives }: ProgramState) => {
  const without = Object.entries(objectives).filter(
    ([, { level, baseline }]) => level >= 2 && baseline === undefined,
  )
  return without.length > 0 && BaselineMissing({ objectiveIds: without.map(([id]) => id) })
}

/** A soft rule: an objective answers a need. */
export const objectivesWithoutNeed = ({ objectives, needs }: ProgramState): readonly string[] => {
  const linked = Object.values(needs).flat()
  return Object.keys(objectives).filter((id) => !linked.includes(id))
}
