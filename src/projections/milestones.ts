import type { ProgramStatusState } from './program-status.ts'

/** A milestone that is still to be reached. */
export type OpenMilestone = {
  readonly programId: string
  readonly milestoneId: string
  readonly title: string
  readonly due: string
  readonly accountableId?: string
}

const ended = ['cancelled', 'completed', 'archived']

/** What is still to be reached of a program, by day; nothing of one that is over. */
export const openMilestonesOf = (
  programId: string,
  { stage, milestones, reached, responsible }: ProgramStatusState,
): readonly OpenMilestone[] =>
  Object.entries(milestones)
    .flatMap(([milestoneId, { title, due }]) => {
      const last = reached[milestoneId]?.at(-1)
      const next = last === undefined ? due : last.nextDue
      if (next === undefined || (stage !== undefined && ended.includes(stage))) return []
      const accountableId = responsible[milestoneId]?.accountableId
      return [
        {
          programId,
          milestoneId,
          title,
          due: next,
          ...(accountableId === undefined ? {} : { accountableId }),
        },
      ]
    })
    .sort((a, b) => (a.due < b.due ? -1 : 1))
