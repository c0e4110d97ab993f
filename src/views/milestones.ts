import { isOver } from '../planning/program/status.ts'
import type { ProgramRecord } from '../records/program/record.ts'
import { given } from '../vocabulary/index.ts'

/** A milestone that is still to be reached. */
export type OpenMilestone = {
  readonly programId: string
  readonly milestoneId: string
  readonly title: string
  readonly due: string
  readonly accountableId?: string
}

/** What is still to be reached of a program, by day; nothing of one that is over. */
export const openMilestonesOf = (
  programId: string,
  { status, milestones }: ProgramRecord,
): readonly OpenMilestone[] =>
  Object.entries(milestones)
    .filter(([, { done }]) => !done && !isOver(status))
    .map(([milestoneId, { title, due, responsibility }]) => ({
      programId,
      milestoneId,
      title,
      due,
      ...given({ accountableId: responsibility?.accountableId }),
    }))
    .sort((a, b) => (a.due < b.due ? -1 : 1))
