/** Every figure twice: of the whole source as it stands, and of what the library accepted. */
import {
  completionRate,
  costPerLearner,
  directCostPerEmployee,
  type MetricResult,
  passRate,
  trainingCoverage,
  trainingHoursPerEmployee,
} from 'training-ops/metrics'
import { attempts } from './attempts.ts'
import { idOf, minutesOf, programsOf } from './commands.ts'
import type { Imported } from './import.ts'
import { type Employee, outcomes, type Records, type SourceOutcome, type Training } from './records.ts'

/** The files name no currency, and ISO 4217 has a code for that. */
export const currency = 'XXX'

export type Counts = {
  readonly trainings: number
  readonly days: number
  readonly costMinor: number
  readonly outcomes: Readonly<Record<SourceOutcome, number>>
}

export const countsOf = (trainings: readonly Training[]): Counts => ({
  trainings: trainings.length,
  days: trainings.reduce((sum, { days }) => sum + days, 0),
  costMinor: trainings.reduce((sum, { costMinor }) => sum + costMinor, 0),
  outcomes: Object.fromEntries(
    outcomes.map((one) => [one, trainings.filter(({ outcome }) => outcome === one).length]),
  ) as Record<SourceOutcome, number>,
})

export type Figures = {
  readonly coverage: MetricResult
  readonly hoursPerEmployee: MetricResult
  readonly costPerLearner: MetricResult
  readonly costPerEmployee: MetricResult
  readonly programs: readonly {
    readonly program: string
    readonly completion: MetricResult
    readonly pass: MetricResult
  }[]
}

/** How the attempts at one program ended. */
type Ended = {
  readonly completed: number
  readonly ended: number
  readonly passed: number
  readonly failed: number
}

const rates = (program: string, { completed, ended, passed, failed }: Ended) => ({
  program,
  completion: completionRate({ completed, ended }),
  pass: passRate({ people: [...Array(passed).fill([true]), ...Array(failed).fill([false])] }),
})

/** Denominators: everybody on the staff list, whenever they were employed. */
export const figuresOfSource = ({ employees, trainings }: Records): Figures => {
  const { costMinor } = countsOf(trainings)
  const learners = trainings.map(({ employeeId }) => employeeId)
  const stayed = trainings.filter(({ outcome }) => outcome !== 'Incomplete')
  return {
    coverage: trainingCoverage({ workforce: [...employees.keys()], participants: learners }),
    hoursPerEmployee: trainingHoursPerEmployee({
      minutes: stayed.reduce((sum, training) => sum + minutesOf(training), 0),
      headcount: employees.size,
      headcountBasis: 'end',
    }),
    costPerLearner: costPerLearner({ cost: costMinor, currency, learners: new Set(learners).size }),
    costPerEmployee: directCostPerEmployee({
      directCost: costMinor,
      currency,
      headcount: employees.size,
      headcountBasis: 'end',
    }),
    programs: [...programsOf(trainings)].map(([courseId, program]) => {
      const own = countsOf(trainings.filter((training) => idOf(training.program) === courseId))
      const { Completed, Passed, Failed } = own.outcomes
      return rates(program, {
        completed: Completed + Passed,
        ended: own.trainings,
        passed: Passed,
        failed: Failed,
      })
    }),
  }
}

/** Denominators: the people employed on the last day of the period, and the average of its days. */
export const figuresOfAccepted = (
  { employees, trainings }: Records,
  { ledger, accepted }: Pick<Imported, 'ledger' | 'accepted'>,
): Figures => {
  const view = ledger.project(attempts)
  const ended = Object.values(view)
  const learners = ended.flatMap(({ learners }) => learners)
  const { costMinor } = countsOf(accepted)
  const headcount = averageHeadcount([...employees.values()], periodOf(trainings))
  const { last } = periodOf(trainings)
  return {
    coverage: trainingCoverage({
      workforce: [...employees.values()]
        .filter((one) => isEmployed(one, last))
        .map(({ employeeId }) => employeeId),
      participants: learners,
    }),
    hoursPerEmployee: trainingHoursPerEmployee({
      minutes: ended.reduce((sum, { minutes }) => sum + minutes, 0),
      headcount,
    }),
    costPerLearner: costPerLearner({ cost: costMinor, currency, learners: new Set(learners).size }),
    costPerEmployee: directCostPerEmployee({ directCost: costMinor, currency, headcount }),
    programs: [...programsOf(trainings)].map(([courseId, program]) => {
      const { completed = 0, passed = 0, failed = 0, notFinished = 0 } = view[courseId] ?? {}
      return rates(program, { completed, ended: completed + failed + notFinished, passed, failed })
    }),
  }
}

export const periodOf = (trainings: readonly Training[]) => {
  const days = trainings.map(({ on }) => on).sort()
  return { first: days[0] ?? '', last: days.at(-1) ?? '' }
}

const isEmployed = ({ hiredOn, leftOn }: Employee, on: string): boolean =>
  hiredOn <= on && (leftOn === undefined || on <= leftOn)

/** Head count, averaged over every day of the period. */
const averageHeadcount = (
  employees: readonly Employee[],
  { first, last }: { readonly first: string; readonly last: string },
): number => {
  let heads = 0
  let days = 0
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) {
    const on = new Date(at).toISOString().slice(0, 10)
    heads += employees.filter((one) => isEmployed(one, on)).length
    days++
  }
  return days === 0 ? 0 : heads / days
}
