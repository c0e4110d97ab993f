import { accepted, defineDecision, keyedBy, refusedBy } from '../kernel/index.ts'
import { peopleCommands as commands } from './commands.ts'
import { alsoAs, peopleEvents } from './events.ts'
import { peopleRejections } from './rejections.ts'
import { answersGiven, answersInConflict, conflictsOf, life, whoIsWho } from './state.ts'

const events = peopleEvents.make
const { AlreadyMerged, IdentitiesConflict, NotMerged, SameIdentity } = peopleRejections

const isReadAsAnother = (learnerId: string, ids: readonly string[]) =>
  ids[0] !== learnerId && AlreadyMerged({ learnerId, into: ids[0] as string })

/** Two ids are one person, where one person can have lived both lives; the log keeps both. */
export const mergeIdentities = defineDecision({
  command: commands.MergeIdentities,
  reads: {
    whoIsWho,
    survivor: keyedBy(life, { learnerId: 'survivorId' }),
    merged: keyedBy(life, { learnerId: 'mergedId' }),
    bySurvivor: keyedBy(answersGiven, { respondentId: 'survivorId' }),
    byMerged: keyedBy(answersGiven, { respondentId: 'mergedId' }),
  },
  decide: ({ at, survivorId, mergedId }, { whoIsWho: { idsOf }, survivor, merged, bySurvivor, byMerged }) => {
    const [kept, added] = [idsOf[survivorId] ?? [survivorId], idsOf[mergedId] ?? [mergedId]]
    if ((survivorId as string) !== mergedId && added[0] === survivorId) return accepted()
    const answers = Object.assign({}, ...[survivor, merged, bySurvivor, byMerged].map((one) => one.answers))
    const conflicts = [...conflictsOf(survivor, merged), ...answersInConflict(answers, survivorId, mergedId)]
    return (
      refusedBy(
        (survivorId as string) === mergedId && SameIdentity({ learnerId: survivorId }),
        isReadAsAnother(survivorId, kept),
        isReadAsAnother(mergedId, added),
        conflicts.length > 0 &&
          IdentitiesConflict({ kinds: [...new Set(conflicts.map(({ kind }) => kind))], conflicts }),
      ) ??
      accepted(
        events.IdentitiesMerged({
          ...{ at, kind: 'learner', alsoAs: [...alsoAs], survivorId, mergedId },
          identityIds: [...kept, ...added],
        }),
      )
    )
  },
})

/** They are two after all: what was recorded under each id is that one's own; what was recorded since stays the survivor's. */
export const unmergeIdentities = defineDecision({
  command: commands.UnmergeIdentities,
  reads: { whoIsWho },
  decide: ({ at, survivorId, mergedId }, { whoIsWho: { idsOf, merges } }) => {
    const undone = merges.findLast((one) => one.survivorId === survivorId && one.mergedId === mergedId)
    if (undone === undefined) return refusedBy(NotMerged({ survivorId, mergedId })) ?? accepted()
    return accepted(
      events.IdentitiesUnmerged({
        ...{ at, kind: 'learner', alsoAs: [...alsoAs], survivorId, mergedId },
        identityIds: [...(idsOf[survivorId] ?? [])],
        releasedIds: undone.mergedIds,
      }),
    )
  },
})
