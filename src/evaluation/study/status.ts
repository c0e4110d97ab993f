/** How the status of a study, and of what is to be improved by it, moves: said here once. */
import { type StatusTable, statusRecipes } from '../../kernel/index.ts'
import type { EvaluationEvent } from '../events.ts'

const inOrder = ['unknown', 'planned', 'baselined', 'collecting', 'analysed', 'published', 'closed'] as const

/** How far a study (评估) has come. `unknown`: it was never planned. */
export type StudyStatus = (typeof inOrder)[number]

/** The further of two: measuring goes on while one analyses, and a study never falls back. */
export const further = (a: StudyStatus, b: StudyStatus): StudyStatus =>
  inOrder.indexOf(a) > inOrder.indexOf(b) ? a : b

const atLeast =
  (status: StudyStatus) =>
  (_: unknown, before: StudyStatus): StudyStatus =>
    further(before, status)

/** The first questionnaire after training is the beginning of measuring. */
const beforeTraining: readonly string[] = ['pretest', 'observation', 'needs']

/** The status each event leads to. */
export const studyStatusAfter = {
  EvaluationStudyPlanned: atLeast('planned'),
  BaselineCaptured: atLeast('baselined'),
  AdministrationOpened: ({ purpose }, before) =>
    beforeTraining.includes(purpose) ? before : further(before, 'collecting'),
  FollowUpScheduled: atLeast('collecting'),
  OutcomeRecorded: ({ when }, before) => (when === 'after' ? further(before, 'collecting') : before),
  BenefitEstimateRecorded: atLeast('collecting'),
  FindingRecorded: atLeast('analysed'),
  EvaluationReportPublished: atLeast('published'),
  EvaluationClosed: atLeast('closed'),
} as const satisfies StatusTable<EvaluationEvent, StudyStatus>

/** The recipes of the table, for every fold that holds the status of one study. */
export const studyMoves = statusRecipes<EvaluationEvent, StudyStatus>(studyStatusAfter)

/** Every status in which a study still measures. */
export const measuring = ['planned', 'baselined', 'collecting', 'analysed'] as const

/** Where an improvement (改进事项) stands. */
export type ImprovementStatus = 'open' | 'completed' | 'dismissed'

export const improvementStatusAfter = {
  ImprovementCompleted: 'completed',
  ImprovementDismissed: 'dismissed',
} as const satisfies StatusTable<EvaluationEvent, ImprovementStatus>

type Improved = { improvements: Record<string, { status: ImprovementStatus }> }

/** The recipes of the table, for every fold that holds the improvements of one study. */
export const improvementMoves = statusRecipes<
  EvaluationEvent,
  ImprovementStatus,
  Improved,
  typeof improvementStatusAfter
>(improvementStatusAfter, ({ improvements }, { improvementId }) => improvements[improvementId])
