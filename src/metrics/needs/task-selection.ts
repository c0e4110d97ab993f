import type { MetricEntry } from '../entry.ts'
import { guarded, needsAt, needsOneOf, needsText } from '../guard.ts'
import { type Answer, type AnswerScale, needsAnswersOnScale } from '../reaction/answer-scale.ts'
import { type Measured, type MetricResult, measured, notMeasurable } from '../result.ts'

/** The decision about a task. `overtrain`: at the start and again as a refresher; `preTrain`: before it is needed. */
export const trainingDecisions = ['train', 'overtrain', 'preTrain', 'noTrain'] as const

export type TrainingDecision = (typeof trainingDecisions)[number]

export type TaskRating = 'difficulty' | 'importance' | 'frequency'

/** A question on one mean rating, and what follows from either answer. An interface: it names itself. */
export interface TaskQuestion {
  readonly ask: TaskRating
  /** Yes from this mean rating. */
  readonly atLeast: number
  readonly yes: TaskSelectionTree
  readonly no: TaskSelectionTree
}

/** A decision, or a question that leads to one: a tree that is data, to be kept with the result. */
export type TaskSelectionTree = TrainingDecision | TaskQuestion

/** One task as its job holders rate it. */
export type TaskRatings = Readonly<Record<TaskRating, readonly Answer[]>> & {
  readonly scale: AnswerScale
  readonly tree: TaskSelectionTree
  /** The expert in the subject who has confirmed the decision. */
  readonly confirmedBy?: string
}

/** The decision, how it came about, and whether somebody stands behind it. */
export type TaskSelection = Readonly<Record<TaskRating, MetricResult>> & {
  /** `null` when the tree asks for a rating nobody gave. */
  readonly decision: TrainingDecision | null
  readonly path: readonly {
    readonly ask: TaskRating
    readonly atLeast: number
    readonly answer: 'yes' | 'no'
  }[]
  /** `null` until somebody has confirmed: the cut-offs alone decide nothing. */
  readonly confirmedBy: string | null
}

const calculator = 'taskSelection'

const asked = ['difficulty', 'importance', 'frequency'] as const

/** An example for ratings from 1 to 5, by difficulty, importance and frequency in that order. The cut-offs are yours. */
export const exampleTaskSelectionTree: TaskSelectionTree = {
  ask: 'difficulty',
  atLeast: 3.5,
  yes: {
    ask: 'importance',
    atLeast: 2.5,
    yes: { ask: 'frequency', atLeast: 2.5, yes: 'train', no: 'overtrain' },
    no: { ask: 'frequency', atLeast: 2.5, yes: 'train', no: 'noTrain' },
  },
  no: {
    ask: 'importance',
    atLeast: 3.5,
    yes: { ask: 'frequency', atLeast: 3.5, yes: 'train', no: 'preTrain' },
    no: 'noTrain',
  },
}

const needsTree = (tree: TaskSelectionTree, path: string): void => {
  if (typeof tree === 'string') {
    needsOneOf(calculator, path, tree, trainingDecisions)
    return
  }
  needsAt(Object(tree) === tree, calculator, 'a decision or a question', path, tree)
  needsOneOf(calculator, `${path}.ask`, tree.ask, asked)
  // compared only, never divided by: any finite number will do, as in the command that hands it on
  needsAt(Number.isFinite(tree.atLeast), calculator, 'a finite number', `${path}.atLeast`, tree.atLeast)
  needsTree(tree.yes, `${path}.yes`)
  needsTree(tree.no, `${path}.no`)
}

const meanRating = (answers: readonly Answer[]): MetricResult => {
  const given = answers.filter((answer) => answer !== null)
  if (given.length === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
  const sum = given.reduce((total, answer) => total + answer, 0)
  return measured({ value: sum / given.length, n: given.length, unit: 'scale' })
}

/**
 * The decision of a tree on mean ratings that are already taken, and the way to it: `taskSelection` takes the means first.
 *
 * Result: `decision` is `null` where the tree asks for a mean that is `null`. Throws on a tree that is none.
 *
 * @example
 * ```ts
 * import { decideTask, exampleTaskSelectionTree } from 'training-ops/metrics'
 * decideTask(exampleTaskSelectionTree, { difficulty: 4.2, importance: 3.1, frequency: 2 }).decision // => 'overtrain'
 * ```
 */
export const decideTask = /* @__PURE__ */ guarded(
  'decideTask',
  (
    tree: TaskSelectionTree,
    means: Readonly<Record<TaskRating, number | null>>,
  ): Pick<TaskSelection, 'decision' | 'path'> => {
    needsTree(tree, 'tree')
    const path: TaskSelection['path'][number][] = []
    let decision = tree
    while (typeof decision !== 'string') {
      const { ask, atLeast } = decision
      const mean = means[ask]
      if (mean === null) return { decision: null, path }
      const answer = mean >= atLeast ? 'yes' : 'no'
      path.push({ ask, atLeast, answer })
      decision = decision[answer]
    }
    return { decision, path }
  },
)

/**
 * Task selection (DIF分析), M95: whether a task is worth training for, by its difficulty, importance and frequency.
 *
 * Formula: the three mean ratings, followed down a decision tree that the caller gives: yes where the mean is at
 * least the cut-off.
 *
 * When to use: for the tasks of a job, rated by those who hold it; keep the tree with the decision.
 * When not: with somebody else's cut-offs, or with frequency before the other two: what is rare, hard and important
 * needs more training, not less. Nor unconfirmed: an expert in the subject has the last word (`confirmedBy`).
 *
 * Result: the three means on the scale (`undefined`, `TooFewObservations`, where nobody rated), the decision
 * (`null` when the tree asks for a missing one), the path that led there, and who confirmed it. Throws when a rating
 * is off the scale, or the tree asks or decides something unknown or lacks a branch.
 *
 * Source: DOE-HDBK-1078-94 for the method, whose cut-offs are examples too; `exampleTaskSelectionTree` is the
 * project's own.
 *
 * @example
 * ```ts
 * import { exampleTaskSelectionTree, taskSelection } from 'training-ops/metrics'
 * const { decision, path } = taskSelection({
 *   difficulty: [4, 5, 4],
 *   importance: [5, 5, 4],
 *   frequency: [1, 2, 1],
 *   scale: { min: 1, max: 5 },
 *   tree: exampleTaskSelectionTree,
 *   confirmedBy: 'shift-lead',
 * })
 * decision // => 'overtrain'
 * path.map(({ ask, answer }) => `${ask}: ${answer}`) // => ['difficulty: yes', 'importance: yes', 'frequency: no']
 * ```
 */
export const taskSelection = /* @__PURE__ */ guarded(
  'taskSelection',
  (ratings: TaskRatings): TaskSelection => {
    const { scale, tree, confirmedBy } = ratings
    for (const name of asked) needsAnswersOnScale(calculator, name, ratings[name], scale)
    if (confirmedBy !== undefined) needsText(calculator, 'confirmedBy', confirmedBy)

    const means = {} as Record<TaskRating, MetricResult>
    const taken = {} as Record<TaskRating, number | null>
    for (const name of asked) {
      means[name] = meanRating(ratings[name])
      taken[name] = (means[name] as Partial<Measured>).value ?? null
    }
    return { ...means, ...decideTask(tree, taken), confirmedBy: confirmedBy ?? null }
  },
)

export const taskSelectionEntry: MetricEntry = {
  id: 'M95',
  calculator: 'taskSelection',
  unit: 'scale',
  quantity: 'ratings',
  level: 'TNA',
  class: 'effectiveness',
  options: {},
  accumulates: {
    no: 'a decision on three means; accumulate each with itemDistribution and decide at the end',
  },
  sources: ['DOE-HDBK-1078-94'],
}
