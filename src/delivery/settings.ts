import { dayOfYear, type Money, zone } from '../vocabulary/index.ts'

/** How much training one person may take in a calendar year; what is not said is not limited. */
export type AnnualLimits = { readonly minutes?: number; readonly cost?: Money; readonly count?: number }

/** The settings of delivery. */
export const deliverySettings = {
  /** Days between the end of the last class and the closing of every attempt: time to record results. */
  closingGraceDays: 7 as number,
  annualLimits: {} as AnnualLimits,
  /** The zone whose calendar years the limits count. */
  zone: 'UTC' as string,
  /** The day, `MM-DD`, on which the year of the limits begins: `04-01` for a fiscal year from April. */
  yearStarts: '01-01' as string,
  /** Whether the end of the enrolment window confirms a class with enough people and cancels one with too few. */
  decidesAtEnrolmentDeadline: true as boolean,
  /** Days before the first class at which trainers who are not prepared are reminded. */
  trainerReminderDays: 7 as number,
  /** Days before the first class at which open tasks and unprepared trainers raise an alert. */
  readinessAlertDays: 3 as number,
  /** Days before each session at which learners are reminded of it. */
  learnerReminderDays: 1 as number,
  /** Days before a task is due at which its owner is reminded of it. */
  taskReminderDays: 2 as number,
}

/** The fields that a setting has to fit. */
export const deliverySettingFields = { zone, yearStarts: dayOfYear }
