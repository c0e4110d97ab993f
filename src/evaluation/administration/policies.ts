import type { DeliveryEvent } from '../../delivery/events.ts'
import { type DataOf, type Intent, intent, policies } from '../../kernel/index.ts'
import { daysAfter, derivedId } from '../../vocabulary/index.ts'
import { evaluationCommands as commands } from '../commands.ts'
import type { Anonymity, EvaluationEvent } from '../events.ts'
import { type ClassesOfLearner, cameTo, classesOfLearner } from '../response/attendance.ts'
import { silent } from '../response/state.ts'
import { evaluationSettings } from '../settings.ts'
import {
  type Attendees,
  attendees,
  type PlannedStudy,
  type StudiesOfProgram,
  studiesOfOffering,
  studiesOfProgram,
} from '../study/training.ts'
import { type AdministrationState, type AskedOfClass, administration, askedOfClass } from './state.ts'

const policy = policies<DeliveryEvent | EvaluationEvent>()

export const everyoneIsAskedAboutThemself = (
  at: string,
  administrationId: string,
  learnerIds: readonly string[],
): readonly Intent[] =>
  learnerIds.map((learnerId) =>
    intent(commands.InviteRespondent, {
      at,
      administrationId,
      respondentId: learnerId,
      learnerId,
      role: 'self',
    }),
  )

export type Studies = {
  readonly studiesOfProgram: StudiesOfProgram
  readonly studiesOfOffering: StudiesOfProgram
}
type Over = Pick<DataOf<DeliveryEvent, 'OfferingCompleted'>, 'offeringId' | 'programId'>
type Concerned = {
  readonly study: PlannedStudy
  readonly about: { readonly programId?: string; readonly offeringId: string }
}

/** Which version of which instrument a study asks for a purpose. */
export type Asks = (
  study: PlannedStudy,
) => { readonly instrumentId: string; readonly version: number } | undefined

/** A study whose report is out comes last: what falls short is found for one that still looks. */
const theOpenFirst = (studies: readonly PlannedStudy[]): readonly PlannedStudy[] =>
  [...studies].sort((a, b) => Number(a.isPublished) - Number(b.isPublished))

/**
 * The studies a class that is over concerns, those of its program and its own, and what each asks about. The questions that one of them
 * asks is not asked again in the same words for another: the answers count for both.
 */
export const concerned = (
  { offeringId, programId }: Over,
  { studiesOfProgram, studiesOfOffering }: Studies,
  asks: Asks = () => undefined,
): readonly Concerned[] => {
  const wordsOf = (study: PlannedStudy): string | undefined => {
    const instrument = asks(study)
    return instrument === undefined ? undefined : `${instrument.instrumentId} ${instrument.version}`
  }
  const ofProgram = programId === undefined ? [] : theOpenFirst(studiesOfProgram.studies)
  const asked = new Set<string>()
  return [
    ...ofProgram.map((study) => ({ study, about: { ...(programId && { programId }), offeringId } })),
    ...theOpenFirst(studiesOfOffering.studies).map((study) => ({ study, about: { offeringId } })),
  ].filter(({ study }) => {
    const words = wordsOf(study)
    if (words === undefined) return true
    const isNew = !asked.has(words)
    asked.add(words)
    return isNew
  })
}

/** Opens questions of one purpose for everybody who came, from now on and for so many days, for each study that names them. */
const askedAfterClass = (
  purpose: 'reaction' | 'posttest',
  completed: DataOf<DeliveryEvent, 'OfferingCompleted'>,
  { attendees, ...studies }: Studies & { readonly attendees: Attendees },
  { days, anonymity, channel }: { days: number; anonymity: Anonymity; channel: string },
): readonly Intent[] =>
  concerned(completed, studies, ({ instruments }) => instruments[purpose]).flatMap(
    ({ study: { evaluationId, instruments, k }, about }) => {
      const instrument = instruments[purpose]
      if (instrument === undefined) return []
      const { at, offeringId, zone } = completed
      const administrationId = derivedId(evaluationId, offeringId, purpose)
      return [
        intent(commands.OpenAdministration, {
          at,
          administrationId,
          ...instrument,
          purpose,
          ...about,
          window: { opens: at, closes: daysAfter(at, days, zone) },
          zone,
          anonymity,
          k,
          channel,
          evaluationId,
        }),
        ...everyoneIsAskedAboutThemself(at, administrationId, attendees.present),
      ]
    },
  )

/** When a class is over, everybody who came is asked what they thought of it. */
export const thoseWhoCameAreAskedWhatTheyThought = policy({
  name: 'thoseWhoCameAreAskedWhatTheyThought',
  when: 'OfferingCompleted',
  reads: { studiesOfProgram, studiesOfOffering, attendees },
  settings: evaluationSettings,
  react: (completed, state, { reactionWindowDays, anonymity, channel }) =>
    askedAfterClass('reaction', completed, state, { days: reactionWindowDays, anonymity, channel }),
})

const whatTheOthersAreAsked = (
  {
    at,
    offeringId,
    learnerId,
  }: { readonly at: string; readonly offeringId: string; readonly learnerId: string },
  {
    askedOfClass,
    classesOfLearner,
  }: { readonly askedOfClass: AskedOfClass; readonly classesOfLearner: ClassesOfLearner },
): readonly Intent[] =>
  cameTo(classesOfLearner, offeringId)
    ? Object.entries(askedOfClass.open)
        .filter(([, { closes, invited }]) => at < closes && !invited.includes(learnerId))
        .flatMap(([administrationId]) => everyoneIsAskedAboutThemself(at, administrationId, [learnerId]))
    : []

/** A learner who was there after all, as a correction shows, is asked what the others are being asked. */
export const whoCameAfterAllIsAskedToo = policy({
  name: 'whoCameAfterAllIsAskedToo',
  when: 'AttendanceCorrected',
  reads: { askedOfClass, classesOfLearner },
  react: whatTheOthersAreAsked,
})

/** A learner whose attendance is recorded only after the class is asked as well. */
export const whoIsRecordedLateIsAskedToo = policy({
  name: 'whoIsRecordedLateIsAskedToo',
  when: 'AttendanceRecorded',
  reads: { askedOfClass, classesOfLearner },
  react: whatTheOthersAreAsked,
})

/** When a class is over, everybody who came sits the test of it; a test has to know whose it is. */
export const thoseWhoCameSitTheTest = policy({
  name: 'thoseWhoCameSitTheTest',
  when: 'OfferingCompleted',
  reads: { studiesOfProgram, studiesOfOffering, attendees },
  settings: evaluationSettings,
  react: (completed, state, { testWindowDays, channel }) =>
    askedAfterClass('posttest', completed, state, {
      days: testWindowDays,
      anonymity: 'confidential',
      channel,
    }),
})

const closing = (administrationId: string, closes: string, lateUntil?: string) => {
  const dueAt = lateUntil !== undefined && lateUntil > closes ? lateUntil : closes
  return {
    dueAt,
    command: intent(commands.CloseAdministration, { at: dueAt, administrationId, ifItCloses: closes }),
  }
}

type Asked = { readonly respondentId: string; readonly learnerId: string }

/** So many days before the questions close; to nobody where that day has gone by, or they are not open yet. */
const reminders = (
  at: string,
  administrationId: string,
  asked: readonly Asked[],
  { window: { opens, closes }, evaluationId }: AdministrationState,
  reminderDaysBefore: number,
) => {
  if (evaluationId === undefined || reminderDaysBefore === 0) return []
  const dueAt = daysAfter(closes, -reminderDaysBefore, 'UTC')
  return dueAt <= at || dueAt <= opens
    ? []
    : asked.map(({ respondentId, learnerId }) => ({
        dueAt,
        command: intent(commands.SendReminder, {
          at: dueAt,
          administrationId,
          respondentId,
          learnerId,
          ifItCloses: closes,
        }),
      }))
}

/** A person who is asked for a study and has not answered is reminded before the questions close; what a host opened, a host follows up. */
export const theSilentAreReminded = policy({
  name: 'theSilentAreReminded',
  when: 'RespondentInvited',
  reads: { administration },
  settings: evaluationSettings,
  react: ({ at, administrationId, respondentId, learnerId }, { administration }, { reminderDaysBefore }) =>
    reminders(at, administrationId, [{ respondentId, learnerId }], administration, reminderDaysBefore),
})

/** Where the time for answers was extended, who is still silent is reminded before its new end. */
export const theSilentAreRemindedLater = policy({
  name: 'theSilentAreRemindedLater',
  when: 'WindowExtended',
  reads: { administration, silent },
  settings: evaluationSettings,
  react: ({ at, administrationId }, { administration, silent }, { reminderDaysBefore }) =>
    reminders(at, administrationId, Object.values(silent.asked), administration, reminderDaysBefore),
})

/** An administration of a study closes with its window; one that a host opened is closed by the host. */
export const questionsCloseWithTheirWindow = policy({
  name: 'questionsCloseWithTheirWindow',
  when: 'AdministrationOpened',
  reads: {},
  react: ({ administrationId, window, lateUntil, evaluationId }) =>
    evaluationId === undefined ? [] : [closing(administrationId, window.closes, lateUntil)],
})

/** A window that was extended closes at its new end. */
export const extendedQuestionsCloseLater = policy({
  name: 'extendedQuestionsCloseLater',
  when: 'WindowExtended',
  reads: { administration },
  react: ({ administrationId, closes }, { administration: { evaluationId, lateUntil } }) =>
    evaluationId === undefined ? [] : [closing(administrationId, closes, lateUntil)],
})
