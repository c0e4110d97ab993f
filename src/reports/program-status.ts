import type { KirkpatrickFigure, ObjectiveOutcome, ProgramBudget } from '../figures/index.ts'
import { shownReachedOn } from '../figures/milestones.ts'
import type { MetricResult } from '../metrics/index.ts'
import type { ProgramRecord } from '../records/index.ts'
import type { ClassOnBoard, EnrolmentCounts } from '../views/index.ts'
import { dayIn } from '../vocabulary/index.ts'
import { againstOf, type Compared } from './against.ts'
import { countPoint, moneyPoint } from './charts.ts'
import {
  type Block,
  type Chart,
  type Column,
  codeWord,
  column,
  type Datum,
  type Document,
  type Phrase,
  paragraph,
  phrase,
  type Section,
  sentences,
} from './document.ts'
import { byMetric, figuresTable } from './figures.ts'
import { objectivesTable } from './objectives.ts'
import { composed } from './told-place.ts'
import { verdictOn } from './verdict.ts'

/** One program: what it is to change, how far it has come, what it has cost, and its classes. */
export type ProgramOnStatus = {
  readonly programId: string
  readonly status: ProgramRecord
  /** By currency; `budgetOf` gives it. */
  readonly money: Readonly<Record<string, ProgramBudget>>
  readonly offerings: readonly ClassOnBoard[]
  /** Whether its objectives are reached; `objectiveOutcomes` gives it. */
  readonly outcomes: readonly ObjectiveOutcome[]
  /** The figures of its evaluation, for what its return says. */
  readonly figures?: readonly KirkpatrickFigure[]
  /** The title of the statutory duty that asks for it, if one does: it is then never stopped. */
  readonly duty?: string
}

export type ProgramStatusInput = Compared & {
  /** The instant the status is told of. */
  readonly asOf: string
  readonly programs: readonly ProgramOnStatus[]
  /** Offerings of no program: knowledge sharing and the like. */
  readonly others: readonly ClassOnBoard[]
  /** The titles of the needs that programs answer; a need without one is told by its id. */
  readonly needs?: Readonly<Record<string, string>>
  /** Figures over the whole workforce, by their id in the metric catalog. */
  readonly figures: Readonly<Record<string, MetricResult>>
}

/**
 * Where every program stands (项目状态报告): objectives, milestones, classes, money, evaluation.
 *
 * @example
 * ```ts
 * import { en, programStatusReport, toMarkdown } from 'training-ops/reports'
 * const status = programStatusReport({ asOf: '2026-03-01T01:00:00.000Z', programs: [], others: [], figures: {} })
 * toMarkdown(status, { language: en, zone: 'UTC' }).split('\n')[0] // => '# Program status report'
 * ```
 */
export const programStatusReport = (input: ProgramStatusInput): Document =>
  composed('programStatusReport', input, documentOf)

const documentOf = ({
  asOf,
  programs,
  others,
  needs = {},
  figures,
  ...compared
}: ProgramStatusInput): Document => ({
  title: phrase('status.title'),
  headline: headlineOf(
    programs,
    programs.reduce((sum, one) => sum + overdueOf(one, asOf), 0),
  ),
  targets: againstOf(byMetric(figures), compared),
  blocks: [
    paragraph('status.asOf', { day: { day: asOf } }),
    programsTable(programs),
    paragraph('status.raci'),
    ...figuresTable(byMetric(figures)),
    ...moneyCharts(programs),
  ],
  sections: [
    ...programs.map((program) => programSection(program, needs, asOf)),
    ...(others.length === 0 ? [] : [{ heading: phrase('status.others'), blocks: classes(others) }]),
  ],
})

const none: Datum = { phrase: phrase('value.none') }

const titleOf = ({ programId, status }: ProgramOnStatus): string => status.title || programId

const moneyOf = (money: ProgramOnStatus['money'], part: keyof ProgramBudget): Datum => ({
  list: Object.entries(money).map(([currency, sums]) => ({ money: { minor: sums[part], currency } })),
})

/** Sums of all programs, by currency. */
const sumsOf = (programs: readonly ProgramOnStatus[], part: keyof ProgramBudget): Datum => {
  const sums = new Map<string, number>()
  for (const { money } of programs)
    for (const [currency, own] of Object.entries(money))
      sums.set(currency, (sums.get(currency) ?? 0) + own[part])
  return {
    list: [...sums].map(([currency, minor]) => ({ money: { minor, currency, rounded: true } })),
  }
}

const reachedOf = ({ outcomes }: ProgramOnStatus): number =>
  outcomes.filter(({ verdict }) => verdict === 'reached').length

/** Programs, which of them worked, and the money of all of them. */
const headlineOf = (programs: readonly ProgramOnStatus[], late: number): Phrase => {
  const verdicts = programs.flatMap((program) => verdictOn(program)?.is ?? [])
  return sentences(
    phrase('status.headline', { programs: programs.length, late }),
    verdicts.length === 0
      ? undefined
      : phrase('status.headline.verdicts', {
          verdicts: {
            list: (['continue', 'change', 'stop', 'cannotTell'] as const).flatMap((is) => {
              const many = verdicts.filter((one) => one === is).length
              return many === 0
                ? []
                : [{ phrase: phrase('status.headline.verdict', { verdict: codeWord('verdict', is), many }) }]
            }),
          },
        }),
    programs.every(({ money }) => Object.keys(money).length === 0)
      ? undefined
      : phrase('status.headline.money', {
          spent: sumsOf(programs, 'posted'),
          budget: sumsOf(programs, 'planned'),
        }),
  )
}

/** Which programs worked: of each its state, the verdict, what it reached, and its money against the plan; in brief without its classes. */
export const programsTable = (programs: readonly ProgramOnStatus[], isBrief = false): Block => {
  const columns: readonly (readonly [Column, (program: ProgramOnStatus) => Datum])[] = [
    [column('status.column.program'), titleOf],
    [
      column('status.column.stage'),
      ({ status: { status } }) => (status === 'unknown' ? none : codeWord('term', status)),
    ],
    [column('status.verdict'), verdictDatum],
    [column('status.column.objectives', 'end'), objectivesDatum],
    ...(isBrief ? [] : ([[column('status.column.classes', 'end'), heldDatum]] as const)),
    ...(isBrief
      ? []
      : ([
          [
            column('status.column.completed', 'end'),
            ({ offerings }: ProgramOnStatus) => countsOf(offerings, 'completed'),
          ],
        ] as const)),
    [column('status.column.planned', 'end'), ({ money }) => moneyOf(money, 'planned')],
    [column('status.column.posted', 'end'), ({ money }) => moneyOf(money, 'posted')],
    [column('status.column.share', 'end'), spentShare],
  ]
  return {
    kind: 'table',
    caption: phrase('summary.programs'),
    columns: columns.map(([head]) => head),
    rows: programs.map((program) => columns.map(([, of]) => of(program))),
  }
}

const verdictDatum = (program: ProgramOnStatus): Datum => {
  const verdict = verdictOn(program)
  return verdict === undefined ? none : codeWord('verdict', verdict.is)
}

const objectivesDatum = (program: ProgramOnStatus): Datum =>
  program.outcomes.length === 0
    ? none
    : { phrase: phrase('status.of', { done: reachedOf(program), all: program.outcomes.length }) }

const heldDatum = ({ offerings }: ProgramOnStatus): Datum => {
  const held = offerings.filter(({ status }) => status === 'completed').length
  return { phrase: phrase('status.of', { done: held, all: offerings.length }) }
}

const spentShare = ({ money }: ProgramOnStatus): Datum => ({
  list: Object.values(money).flatMap(({ planned, posted }) =>
    planned === 0 ? [] : [{ share: posted / planned }],
  ),
})

/** One chart for each currency: sums of two currencies have no common axis. */
const moneyCharts = (programs: readonly ProgramOnStatus[]): readonly Chart[] =>
  [...new Set(programs.flatMap(({ money }) => Object.keys(money)))].sort().map((currency) => {
    const own = programs.filter(({ money }) => money[currency] !== undefined)
    return {
      kind: 'chart',
      form: 'bars',
      title: phrase('status.moneyIn', { currency }),
      categories: own.map(titleOf),
      series: (['planned', 'committed', 'posted'] as const).map((part) => ({
        name: phrase(`status.column.${part}`),
        points: own.map(({ money }) => moneyPoint(money[currency]?.[part] ?? 0, currency)),
      })),
    }
  })

const countsOf = (offerings: readonly ClassOnBoard[], status: keyof EnrolmentCounts): number =>
  offerings.reduce((sum, { enrolments }) => sum + enrolments[status], 0)

const programSection = (
  program: ProgramOnStatus,
  needs: Readonly<Record<string, string>>,
  asOf: string,
): Section => {
  const { status, offerings, outcomes, money } = program
  const verdict = verdictOn(program)
  return {
    heading: phrase('status.program', { program: titleOf(program) }),
    blocks: [
      {
        kind: 'facts',
        facts: [
          [
            phrase('status.column.stage'),
            status.status === 'unknown' ? none : codeWord('term', status.status),
          ],
          [phrase('status.owner'), status.ownerId ?? none],
          [phrase('status.curriculum'), { list: status.stages.map(({ title, stage }) => title ?? stage) }],
          [
            phrase('status.needs'),
            { list: Object.keys(status.needs).map((needId) => needs[needId] ?? needId) },
          ],
          [phrase('status.column.committed'), moneyOf(money, 'committed')],
          [phrase('status.column.wages'), moneyOf(money, 'wages')],
          [
            phrase('status.column.evaluation'),
            { list: Object.values(status.studies).map((study) => codeWord('term', study.status)) },
          ],
        ],
      },
      ...(verdict === undefined
        ? []
        : [
            paragraph('verdict.is', { verdict: codeWord('verdict', verdict.is) }),
            { kind: 'bullets' as const, items: verdict.grounds },
          ]),
      objectivesTable(outcomes),
      milestonesTable(program, asOf),
      ...(offerings.length === 0 ? [paragraph('status.noOfferings')] : classes(offerings)),
    ],
  }
}

const milestonesTable = ({ status, offerings }: ProgramOnStatus, asOf: string): Block => ({
  kind: 'table',
  columns: [
    column('status.column.milestone'),
    column('evaluation.column.due'),
    column('status.column.dueState'),
    column('status.column.accountable'),
    column('status.column.responsible'),
  ],
  rows: Object.entries(status.milestones).map(([milestoneId, milestone]) => {
    const { title, due, responsibility } = milestone
    const shown = milestone.done ? undefined : shownReachedOn(milestone, status.zone, offerings)
    const last = status.reached[milestoneId]?.at(-1)
    return [
      title,
      { day: due },
      {
        phrase:
          shown === undefined
            ? dueState(last, due, dayIn(asOf, status.zone))
            : phrase('status.due.shown', { day: { day: shown } }),
      },
      responsibility?.accountableId ?? none,
      { list: responsibility?.responsibleIds ?? [] },
    ]
  }),
})

/** Milestones whose day has passed and that nothing shows as reached. */
const overdueOf = ({ status, offerings }: ProgramOnStatus, asOf: string): number =>
  Object.entries(status.milestones).filter(
    ([id, milestone]) =>
      (milestone.done || shownReachedOn(milestone, status.zone, offerings) === undefined) &&
      dueState(status.reached[id]?.at(-1), milestone.due, dayIn(asOf, status.zone)).words ===
        'status.due.overdue',
  ).length

type Reached = ProgramRecord['reached'][string][number]

/** Of a milestone that recurs: whether its next day has passed. */
const dueState = (last: Reached | undefined, due: string, today: string): Phrase => {
  if (last !== undefined && (last.nextDue === undefined || last.nextDue >= today))
    return phrase(last.reachedOn <= last.due ? 'status.due.inTime' : 'status.due.late', {
      day: { day: last.reachedOn },
    })
  return phrase((last?.nextDue ?? due) < today ? 'status.due.overdue' : 'status.due.ahead')
}

const classes = (offerings: ProgramOnStatus['offerings']): readonly Block[] => [
  offeringsTable(offerings),
  ...(offerings.length < 2 ? [] : [endingsChart(offerings)]),
]

const endings = ['completed', 'failed', 'noShow', 'left'] as const

/** How attempts at each class ended, as parts of a whole; a part of nobody has no bar. */
const endingsChart = (offerings: ProgramOnStatus['offerings']): Chart => {
  return {
    kind: 'chart',
    form: 'stackedBars',
    title: phrase('status.endings'),
    categories: offerings.map(({ title }) => title),
    series: endings.map((ending) => ({
      name: phrase(`status.column.${ending}`),
      points: offerings.map(({ enrolments }) => countPoint(enrolments[ending])),
    })),
  }
}

const offeringsTable = (offerings: ProgramOnStatus['offerings']): Block => ({
  kind: 'table',
  columns: [
    column('status.column.class'),
    column('status.column.stage'),
    column('status.column.starts'),
    column('status.column.seats', 'end'),
    column('status.column.running', 'end'),
    column('status.column.offered', 'end'),
    column('status.column.waitlisted', 'end'),
    column('status.column.completed', 'end'),
    column('status.column.failed', 'end'),
    column('status.column.noShow', 'end'),
    column('status.column.left', 'end'),
  ],
  rows: offerings.map((offering) => {
    const { enrolled, offered, waitlisted, completed, failed, noShow, left } = offering.enrolments
    return [
      offering.title,
      codeWord('term', offering.status),
      { day: offering.starts },
      offering.capacity.max ?? { phrase: phrase('value.unlimited') },
      enrolled,
      offered,
      waitlisted,
      completed,
      failed,
      noShow,
      left,
    ]
  }),
})
