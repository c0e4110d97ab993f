import { meanRating } from './mean-rating.ts'
import type { Placed } from './placed.ts'
import type { MethodOf, TaskTree, TrainingDecision } from './shapes.ts'

type Selection = MethodOf<'dif'>
const asked = ['difficulty', 'importance', 'frequency'] as const
type Means = Readonly<Record<(typeof asked)[number], number | undefined>>

const meansOf = ({ answers }: Selection['ratings'][number]): Means => ({
  difficulty: meanRating(answers, 'difficulty'),
  importance: meanRating(answers, 'importance'),
  frequency: meanRating(answers, 'frequency'),
})

/** Down the tree; a rating it asks for and nobody gave is answered instead of a decision. */
const follow = (
  tree: TaskTree,
  means: Means,
): { readonly decision: TrainingDecision } | { readonly missing: (typeof asked)[number] } => {
  if (typeof tree === 'string') return { decision: tree }
  const mean = means[tree.ask]
  if (mean === undefined) return { missing: tree.ask }
  return follow(mean >= tree.atLeast ? tree.yes : tree.no, means)
}

/** The rating the tree asks for and nobody gave, if there is one. */
export const ratingMissing = (
  { tree }: Selection,
  rating: Selection['ratings'][number],
): string | undefined => {
  const answer = follow(tree as TaskTree, meansOf(rating))
  return 'missing' in answer ? answer.missing : undefined
}

/** By what was decided, and then by importance, difficulty and frequency. */
export const placedByTask = ({ tree, order, ratings }: Selection): readonly Placed[] =>
  ratings.flatMap((rating) => {
    const means = meansOf(rating)
    const answer = follow(tree as TaskTree, means)
    if ('missing' in answer) return []
    const { importance = 0, difficulty = 0, frequency = 0 } = means
    const by = [-order.indexOf(answer.decision), importance, difficulty, frequency]
    return [{ needId: rating.needId, value: importance, by, reading: answer.decision }]
  })
