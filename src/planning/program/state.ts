import { type DataOf, projections } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import type { PlanningEvent } from '../events.ts'
import type { Progression, Stage } from '../shapes.ts'
import { type ProgramStatus, programMoves } from './status.ts'

type Data<Type extends PlanningEvent['type']> = DataOf<PlanningEvent, Type>

export type Objective = Omit<Data<'ObjectiveSet'>, 'at' | 'programId' | 'objectiveId'>
export type Responsibility = Pick<
  Data<'ResponsibilityAssigned'>,
  'responsibleIds' | 'accountableId' | 'supportIds' | 'consultedIds' | 'informedIds'
>
export type Milestone = {
  title: string
  /** The day it is due; the next one, where it recurs. */
  due: string
  recurrence?: Data<'MilestonePlanned'>['recurrence']
  reachedWhen?: Data<'MilestonePlanned'>['reachedWhen']
  responsibility?: Responsibility
  /** The day its latest occurrence was reached. */
  reachedOn?: string
  /** Whether nothing more of it is to come. */
  done: boolean
}

export type ProgramState = {
  status: ProgramStatus
  title: string
  kind: string
  audience: Data<'ProgramProposed'>['audience']
  zone: string
  period?: { from: string; to: string }
  ownerId?: string
  proposedBy: string
  submittedBy: string
  objectives: Record<string, Objective>
  /** Objectives in words, which nobody can tell whether they are reached. */
  statements: Record<string, Omit<Data<'ObjectiveStated'>, 'at' | 'programId' | 'objectiveId'>>
  /** The objectives that answer each linked need. */
  needs: Record<string, string[]>
  stages: readonly Stage[]
  progression: Progression
  milestones: Record<string, Milestone>
  /** Leaders and supporters all of it. */
  responsibility?: Responsibility
  budget?: Pick<Data<'ProgramBudgetPlanned'>, 'planId' | 'lineId' | 'amount'>
  evaluation?: Pick<Data<'EvaluationPlanned'>, 'levels' | 'instruments' | 'timing' | 'isolation'>
  fitConfirmed: boolean
}

/** A program: what it is to change, how, by whom, and how far it has come. */
export const program = projections<PlanningEvent>()({
  name: 'program',
  by: ['programId'],
  initial: (): ProgramState => ({
    status: 'unknown',
    title: '',
    kind: '',
    audience: {},
    zone: 'UTC',
    proposedBy: '',
    submittedBy: '',
    objectives: {},
    needs: {},
    statements: {},
    stages: [],
    progression: 'open',
    milestones: {},
    fitConfirmed: false,
  }),
  on: [
    programMoves,
    {
      ProgramProposed: (program, { title, kind, audience, zone, period, ownerId, proposedBy }) => {
        program.title = title
        program.kind = kind
        program.audience = audience
        program.zone = zone
        program.proposedBy = proposedBy
        if (period !== undefined) program.period = period
        if (ownerId !== undefined) program.ownerId = ownerId
      },
      ObjectiveSet: (program, { at: _at, programId: _id, objectiveId, ...objective }) => {
        program.objectives[objectiveId] = objective
        delete program.statements[objectiveId]
        program.fitConfirmed = false
      },
      ObjectiveStated: (program, { objectiveId, title, level, due }) => {
        program.statements[objectiveId] = { title, level, due }
        delete program.objectives[objectiveId]
        program.fitConfirmed = false
      },
      NeedLinked: (program, { needId, objectiveIds }) => {
        program.needs[needId] = [...new Set([...(program.needs[needId] ?? []), ...objectiveIds])]
      },
      CurriculumDesigned: (program, { stages, progression }) => {
        program.stages = stages
        program.progression = progression
        program.fitConfirmed = false
      },
      MilestonePlanned: (program, { milestoneId, title, due, recurrence, reachedWhen }) => {
        const { responsibility } = program.milestones[milestoneId] ?? {}
        program.milestones[milestoneId] = {
          title,
          due,
          done: false,
          ...given({ recurrence, reachedWhen, responsibility }),
        }
      },
      MilestoneReached: (program, { milestoneId, reachedOn, nextDue }) => {
        const milestone = program.milestones[milestoneId]
        if (milestone === undefined) return
        milestone.reachedOn = reachedOn
        if (nextDue === undefined) milestone.done = true
        else milestone.due = nextDue
      },
      ResponsibilityAssigned: (program, { at: _at, programId: _id, milestoneId, ...responsibility }) => {
        const of = milestoneId === undefined ? program : program.milestones[milestoneId]
        if (of !== undefined) of.responsibility = responsibility
      },
      ProgramBudgetPlanned: (program, { planId, lineId, amount }) => {
        program.budget = { planId, lineId, amount }
      },
      ProgramBudgetReleased: (program) => {
        delete program.budget
      },
      EvaluationPlanned: (program, { levels, instruments, timing, isolation }) => {
        program.evaluation = { levels, instruments, timing, isolation }
      },
      BusinessFitConfirmed: (program) => {
        program.fitConfirmed = true
      },
      ProgramSubmitted: (program, { submittedBy }) => {
        program.submittedBy = submittedBy
      },
    },
  ],
})
