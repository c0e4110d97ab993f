import type { EvaluationEvent } from '../../evaluation/events.ts'
import { type StudyStatus, studyStatusAfter } from '../../evaluation/study/status.ts'
import { type DataOf, projections, type RecipesFor, statusRecipes } from '../../kernel/index.ts'
import type { PlanningEvent } from '../../planning/events.ts'
import { type ProgramState, program } from '../../planning/program/state.ts'
import { given, type Money } from '../../vocabulary/index.ts'
import { named, typesOf } from '../on-each.ts'

type Of<Type extends PlanningEvent['type']> = DataOf<PlanningEvent, Type>

/** One time a milestone was reached: when it was due, the day it was reached, and the day it is due next. */
export type MilestoneOccurrence = Pick<Of<'MilestoneReached'>, 'due' | 'reachedOn' | 'nextDue'>

/** Everything that happened to one program (培训项目): what its decisions must know of it, and the rest. */
export type ProgramRecord = ProgramState & {
  programId: string
  /** How often each milestone was reached, in order. */
  reached: Record<string, MilestoneOccurrence[]>
  /** The amount it takes from each line of a plan, by plan and line. */
  planned: Record<string, Money>
  /** Minor units posted for it, by currency and category. */
  costs: Record<string, Record<string, number>>
  /** How far each study of it has come. */
  studies: Record<string, { status: StudyStatus }>
}

const own: RecipesFor<ProgramRecord, PlanningEvent, 'programId'> = {
  MilestoneReached: ({ reached }, { milestoneId, due, reachedOn, nextDue }) => {
    reached[milestoneId] = [...(reached[milestoneId] ?? []), { due, reachedOn, ...given({ nextDue }) }]
  },
  ProgramBudgetPlanned: ({ planned }, { planId, lineId, amount }) => {
    planned[`${planId} ${lineId}`] = { ...amount }
  },
  ProgramBudgetReleased: ({ planned }, { planId, lineId }) => {
    delete planned[`${planId} ${lineId}`]
  },
  CostPosted: ({ costs }, { amount, category }) => {
    const own = costs[amount.currency] ?? {}
    costs[amount.currency] = { ...own, [category]: (own[category] ?? 0) + amount.minor }
  },
}

/** A study is of the program from the first event that names both. */
const studyMoves = statusRecipes<EvaluationEvent, StudyStatus, ProgramRecord, typeof studyStatusAfter>(
  studyStatusAfter,
  ({ studies }, { evaluationId }) => {
    if (evaluationId === undefined) return undefined
    studies[evaluationId] ??= { status: 'unknown' }
    return studies[evaluationId]
  },
)

/** The record of a program (项目档案): what it is to change, how far it and its studies have come, and its money. */
export const programRecord = projections<PlanningEvent | EvaluationEvent>()({
  name: 'programRecord',
  by: ['programId'],
  initial: (): ProgramRecord => ({
    ...program.initial(),
    programId: '',
    reached: {},
    planned: {},
    costs: {},
    studies: {},
  }),
  on: [
    named([...typesOf(program.on), ...typesOf(own), ...typesOf(studyMoves)], 'programId'),
    program.on,
    own,
    studyMoves,
  ],
  shardBy: 'programId',
  /** One half has never heard of the program. */
  merge: (a, b) => (a.programId === '' ? b : a),
})

/** The records of programs, as `project(programRecord, events)` answers them. */
export type ProgramRecords = Readonly<Record<string, ProgramRecord>>
