/** What a row asks for, in the library's words. */
import { daysAfter } from 'training-ops'
import type { Employee, Training } from './records.ts'
import type { TrainingCommand } from './training.ts'

/** The files name no zone and no hours: days are taken as UTC's, and a training day as eight hours. */
const zone = 'UTC'
const minutesADay = 480
const startsAt = '09:00:00.000Z'

/** The test behind `Passed` and `Failed`. The files keep no score, so a pass is all of it and a fail is none. */
const instrumentId = 'final-assessment'
const attended = { kind: 'attendance', atLeast: 10_000 } as const
const rules = {
  /** Version 1 of a course: being there to the end completes it. */
  attended: { require: 'all', of: [attended] },
  /** Version 2: and passing the assessment. */
  assessed: { require: 'all', of: [attended, { kind: 'result', instrumentId, mastery: 800 }] },
} as const

/** An id from a name: `Leadership Development` becomes `leadership-development`. */
export const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100)

const isAssessed = ({ outcome }: Training) => outcome === 'Passed' || outcome === 'Failed'
const offeringOf = ({ line }: Training) => `line-${line}`
const startOf = ({ on }: Training) => `${on}T${startsAt}`
export const minutesOf = ({ days }: Training) => days * minutesADay
/** One session of all its hours on its first day: who may be trained is asked on the day the training starts. */
const endOf = (training: Training) =>
  new Date(Date.parse(startOf(training)) + minutesOf(training) * 60_000).toISOString()

const command = (id: string, type: TrainingCommand['type'], data: object): TrainingCommand =>
  ({ type, data, metadata: { commandId: id } }) as TrainingCommand

/** What is taught, by course: two spellings of one name are one program. */
export const programsOf = (trainings: readonly Training[]): ReadonlyMap<string, string> =>
  new Map(
    trainings
      .map(({ program }) => [idOf(program), program] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  )

/** The courses behind the trainings: for each program one course, in its two versions. */
export const courseCommands = (trainings: readonly Training[]): readonly TrainingCommand[] => {
  const first = trainings.map(({ on }) => on).sort()[0] ?? '2000-01-01'
  const at = daysAfter(`${first}T${startsAt}`, -30, zone)
  return [...programsOf(trainings)].flatMap(([courseId, program]) => {
    const publish = (version: number, completionRule: object) =>
      command(`${courseId}/publish-${version}`, 'PublishCourseVersion', {
        at,
        courseId,
        version,
        title: program,
        modules: [{ title: 'A training day', activity: 'theory', minutes: minutesADay }],
        completionRule,
        modality: 'classroom',
      })
    return [
      command(`${courseId}/draft`, 'DraftCourse', { at, courseId, title: program }),
      publish(1, rules.attended),
      publish(2, rules.assessed),
    ]
  })
}

/**
 * A class on the calendar, open for its learner. Trainer and place stay in the file: a row is no booking, and the same
 * name is written beside several places on one day.
 */
export const classCommands = (training: Training): readonly TrainingCommand[] => {
  const offeringId = offeringOf(training)
  const at = `${training.on}T00:00:00.000Z`
  const session = {
    sessionId: `${offeringId}-session`,
    start: startOf(training),
    end: endOf(training),
    zone,
  }
  return [
    command(`${offeringId}/schedule`, 'ScheduleOffering', {
      at,
      offeringId,
      courseId: idOf(training.program),
      courseVersion: isAssessed(training) ? 2 : 1,
      title: training.program,
      modality: 'classroom',
      sessions: [session],
      capacity: { min: 1 },
      completionRule: isAssessed(training) ? rules.assessed : rules.attended,
    }),
    command(`${offeringId}/open`, 'OpenEnrolment', { at, offeringId }),
  ]
}

/** A seat for its learner, with what the staff list says of their employment. Whether they may have it, the library says. */
export const seatCommand = (training: Training, employee: Employee): TrainingCommand => {
  const { employeeId, hiredOn, leftOn } = employee
  const [department, position] = [idOf(employee.department), idOf(employee.position)]
  return command(`${offeringOf(training)}/request`, 'RequestEnrolment', {
    at: `${training.on}T00:00:00.000Z`,
    offeringId: offeringOf(training),
    learnerId: employeeId,
    source: 'assigned',
    employment: { hiredOn, ...(leftOn === undefined ? {} : { leftOn }) },
    ...(department === '' ? {} : { department }),
    ...(position === '' ? {} : { position }),
  })
}

/** The class held, and what came of it. Who did not finish has one minute: they came, and how long is not said. */
export const heldCommands = (training: Training): readonly TrainingCommand[] => {
  const offeringId = offeringOf(training)
  const learnerId = training.employeeId
  const sessionId = `${offeringId}-session`
  const [start, at] = [startOf(training), endOf(training)]
  const left = training.outcome === 'Incomplete'
  const held = [
    command(`${offeringId}/confirm`, 'ConfirmOffering', { at: start, offeringId }),
    command(`${offeringId}/deliver`, 'DeliverSession', {
      at,
      offeringId,
      sessionId,
      actualStart: start,
      actualEnd: at,
    }),
    command(`${offeringId}/attend`, 'RecordAttendance', {
      at,
      offeringId,
      learnerId,
      sessionId,
      minutes: left ? 1 : minutesOf(training),
      status: left ? 'leftEarly' : 'present',
      method: 'imported',
    }),
  ]
  const result = command(`${offeringId}/result`, 'RecordResult', {
    at,
    offeringId,
    learnerId,
    instrumentId,
    attempt: 1,
    scaled: training.outcome === 'Passed' ? 1000 : 0,
  })
  const complete = command(`${offeringId}/complete`, 'CompleteOffering', { at, offeringId })
  return isAssessed(training) ? [...held, result, complete] : [...held, complete]
}

/** The class that lost its only learner. */
export const cancelCommand = (training: Training): TrainingCommand =>
  command(`${offeringOf(training)}/cancel`, 'CancelOffering', {
    at: startOf(training),
    offeringId: offeringOf(training),
    cause: 'minimumNotReached',
  })

/** Long after the last class: by then the library's own policy has closed every attempt. */
export const everythingIsClosedBy = (trainings: readonly Training[]): string =>
  daysAfter(trainings.map(endOf).sort().at(-1) ?? `2000-01-01T${startsAt}`, 60, zone)
