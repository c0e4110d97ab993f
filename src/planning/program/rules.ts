import { onlyFrom, Unknown } from '../../kernel/index.ts'
import { planningRejections } from '../rejections.ts'
import type { ProgramState } from './state.ts'

const { AccountableNotUnique, BaselineMissing, EvaluationLevelGap, LevelNotEvaluated, ProgramIncomplete } =
  planningRejections

export const mustBeProposed = ({ status }: ProgramState, programId: string) =>
  status === 'unknown' && Unknown({ what: 'program', id: programId })

/** A program is designed before it is submitted, and again when it was returned. */
export const mayBeDesigned = (program: ProgramState, programId: string, command: string) =>
  mustBeProposed(program, programId) || onlyFrom(program.status, ['proposed', 'returned'], command)

/** The parts of a program that are still missing. */
export const isComplete = (program: ProgramState) => {
  const { objectives, statements, stages, milestones, budget, evaluation } = program
  const there = {
    objectives: Object.keys({ ...objectives, ...statements }).length > 0,
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
    orphan !== undefined &&
    AccountableNotUnique({ of: 'milestone', id: orphan[0], accountable: 0, responsible: 0 })
  )
}

/** An objective at a level says nothing without the levels below it. */
export const noLevelIsSkipped = (
  { objectives, statements }: Pick<ProgramState, 'objectives' | 'statements'>,
  levels: readonly number[],
) => {
  for (const [objectiveId, { level }] of Object.entries({ ...objectives, ...statements })) {
    const upTo = Array.from({ length: level }, (_, at) => at + 1)
    const missing = upTo.filter((one) => !levels.includes(one))
    if (missing.length > 0) return EvaluationLevelGap({ objectiveId, level, missing })
  }
  return false
}

/** Instruments and times are of levels that are evaluated. */
export const onlyPlannedLevels = (
  levels: readonly number[],
  planned: readonly { readonly level: number }[],
) => {
  const stray = planned.find(({ level }) => !levels.includes(level))
  return stray !== undefined && LevelNotEvaluated({ level: stray.level })
}

/** From level 2 on something could have been measured before the training; reactions could not. */
export const everyBaselineIsKnown = ({ objectives }: ProgramState) => {
  const without = Object.entries(objectives).filter(
    ([, { level, baseline }]) => level >= 2 && baseline === undefined,
  )
  return without.length > 0 && BaselineMissing({ objectiveIds: without.map(([id]) => id) })
}

/** A soft rule: an objective answers a need. */
export const objectivesWithoutNeed = (program: ProgramState): readonly string[] => {
  const { objectives, statements, needs } = program
  const linked = Object.values(needs).flat()
  return Object.keys({ ...objectives, ...statements }).filter((id) => !linked.includes(id))
}
