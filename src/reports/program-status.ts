import type { MetricResult } from '../metrics/index.ts'
import type {
  ObjectiveOutcome,
  OfferingOnBoard,
  ProgramBudget,
  ProgramStatusState,
} from '../projections/index.ts'
import { dayIn } from '../vocabulary/index.ts'
import { type Block, column, type Datum, type Document, paragraph, type Section, say } from './document.ts'
import { figuresTable } from './figures.ts'
import { objectivesTable } from './objectives.ts'
import { word } from './spell.ts'

/** One program: what it is to change, how far it has come, what it has cost, and its classes. */
export type ProgramOnStatus = {
  readonly programId: string
  readonly status: ProgramStatusState
  /** By currency; `budgetOf` gives it. */
  readonly money: Readonly<Record<string, ProgramBudget>>
  readonly offerings: readonly (OfferingOnBoard & { readonly offeringId: string })[]
  /** Whether its objectives are reached; `objectiveOutcomes` gives it. */
  readonly outcomes: readonly ObjectiveOutcome[]
}

export type ProgramStatusInput = {
  /** The instant the status is told of. */
  readonly asOf: string
  readonly programs: readonly ProgramOnStatus[]
  /** Offerings of no program: knowledge sharing and the like. */
  readonly others: readonly (OfferingOnBoard & { readonly offeringId: string })[]
  /** The titles of the needs that programs answer; a need without one is told by its id. */
  readonly needs?: Readonly<Record<string, string>>
  /** Figures over the whole workforce, by the name of their calculator. */
  readonly figures: readonly { readonly calculator: string; readonly result: MetricResult }[]
}

/** Where every program stands (项目状态报告): objectives, milestones, classes, money, evaluation. */
export const programStatusReport = ({
  asOf,
  programs,
  others,
  needs = {},
  figures,
}: ProgramStatusInput): Document => ({
  title: say('status.title'),
  blocks: [
    paragraph('status.asOf', { day: { day: asOf } }),
    ...(figures.length === 0 ? [] : figuresTable(figures)),
    overview(programs),
  ],
  sections: [
    ...programs.map((program) => programSection(program, needs, asOf)),
    ...(others.length === 0 ? [] : [{ heading: say('status.others'), blocks: [offeringsTable(others)] }]),
  ],
})

const none: Datum = { phrase: say('value.none') }

const titleOf = ({ programId, status }: ProgramOnStatus): string => status.proposal?.title ?? programId

const moneyOf = (money: ProgramOnStatus['money'], part: keyof ProgramBudget): Datum => ({
  list: Object.entries(money).map(([currency, sums]) => ({ money: { minor: sums[part], currency } })),
})

const overview = (programs: readonly ProgramOnStatus[]): Block => ({
  kind: 'table',
  columns: [
    column('status.column.program'),
    column('status.column.stage'),
    column('status.column.classes', 'end'),
    column('status.column.completed', 'end'),
    column('status.column.planned', 'end'),
    column('status.column.committed', 'end'),
    column('status.column.posted', 'end'),
    column('status.column.evaluation'),
  ],
  rows: programs.map((program) => {
    const { status, offerings, money } = program
    const held = offerings.filter(({ stage }) => stage === 'completed').length
    return [
      titleOf(program),
      status.stage === undefined ? none : word('term', status.stage),
      { phrase: say('status.of', { done: held, all: offerings.length }) },
      attempts(offerings).completed,
      moneyOf(money, 'planned'),
      moneyOf(money, 'committed'),
      moneyOf(money, 'posted'),
      { list: Object.values(status.studies).map((stage) => word('term', stage)) },
    ]
  }),
})

type Counts = {
  enrolled: number
  waitlisted: number
  completed: number
  failed: number
  noShow: number
  left: number
}

const attempts = (offerings: readonly Pick<OfferingOnBoard, 'attempts'>[]): Counts => {
  const counts: Counts = { enrolled: 0, waitlisted: 0, completed: 0, failed: 0, noShow: 0, left: 0 }
  for (const offering of offerings) for (const stage of Object.values(offering.attempts)) counts[stage]++
  return counts
}

const programSection = (
  program: ProgramOnStatus,
  needs: Readonly<Record<string, string>>,
  asOf: string,
): Section => {
  const { status, offerings, outcomes } = program
  return {
    heading: say('status.program', { program: titleOf(program) }),
    blocks: [
      {
        kind: 'facts',
        facts: [
          [say('status.column.stage'), status.stage === undefined ? none : word('term', status.stage)],
          [say('status.owner'), status.proposal?.ownerId ?? none],
          [say('status.curriculum'), { list: status.curriculum.map(({ title, stage }) => title ?? stage) }],
          [say('status.needs'), { list: Object.keys(status.needs).map((needId) => needs[needId] ?? needId) }],
        ],
      },
      objectivesTable(outcomes),
      milestonesTable(status, asOf),
      ...(Object.keys(status.milestones).length === 0 ? [] : [paragraph('status.milestones')]),
      ...(offerings.length === 0 ? [paragraph('status.noOfferings')] : [offeringsTable(offerings)]),
    ],
  }
}

const milestonesTable = ({ milestones, responsible, proposal }: ProgramStatusState, asOf: string): Block => ({
  kind: 'table',
  columns: [
    column('status.column.milestone'),
    column('evaluation.column.due'),
    column('status.column.dueState'),
    column('status.column.accountable'),
    column('status.column.responsible'),
  ],
  rows: Object.entries(milestones).map(([milestoneId, { title, due }]) => {
    const who = responsible[milestoneId]
    const passed = due < dayIn(asOf, proposal?.zone ?? 'UTC')
    return [
      title,
      due,
      { phrase: say(passed ? 'status.due.passed' : 'status.due.ahead') },
      who?.accountableId ?? none,
      { list: who?.responsibleIds ?? [] },
    ]
  }),
})

const offeringsTable = (offerings: ProgramOnStatus['offerings']): Block => ({
  kind: 'table',
  columns: [
    column('status.column.class'),
    column('status.column.stage'),
    column('status.column.starts'),
    column('status.column.seats', 'end'),
    column('status.column.running', 'end'),
    column('status.column.waitlisted', 'end'),
    column('status.column.completed', 'end'),
    column('status.column.failed', 'end'),
    column('status.column.noShow', 'end'),
    column('status.column.left', 'end'),
  ],
  rows: offerings.map((offering) => {
    const { enrolled, waitlisted, completed, failed, noShow, left } = attempts([offering])
    return [
      offering.title,
      word('term', offering.stage),
      { day: offering.starts },
      offering.capacity.max ?? { phrase: say('value.unlimited') },
      enrolled,
      waitlisted,
      completed,
      failed,
      noShow,
      left,
    ]
  }),
})
