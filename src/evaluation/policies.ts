import { catalogCommands } from '../catalog/commands.ts'
import { deliveryCommands } from '../delivery/commands.ts'
import type { DeliveryEvent } from '../delivery/events.ts'
import { type DataOf, type Intent, intent, policies } from '../kernel/index.ts'
import { resourceCommands } from '../resources/commands.ts'
import { dayIn, daysAfter, derivedId, monthsAfter } from '../vocabulary/index.ts'
import {
  type AdministrationState,
  type AskedOfClass,
  administration,
  askedOfClass,
} from './administration/state.ts'
import { evaluationCommands as commands } from './commands.ts'
import { type Anonymity, type EvaluationEvent, type Item, isOnScale } from './events.ts'
import { type ClassesOfLearner, cameTo, classesOfLearner } from './response/attendance.ts'
import { type AnswersAwaited, answersAwaited } from './response/awaited.ts'
import { worth } from './response/scoring.ts'
import { silent } from './response/state.ts'
import { countedAnswers, lowSubscales, poorItems, type Shortfall, tallyOf } from './response/tally.ts'
import { evaluationSettings } from './settings.ts'
import { studiedOffering, targetOf } from './study/class.ts'
import { type StudyState, study } from './study/state.ts'
import {
  type Attendees,
  attendees,
  type PlannedStudy,
  type StudiesOfProgram,
  studiesOfOffering,
  studiesOfProgram,
} from './study/training.ts'

const policy = policies<DeliveryEvent | EvaluationEvent>()

const everyoneIsAskedAboutThemself = (
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

type Studies = { readonly studiesOfProgram: StudiesOfProgram; readonly studiesOfOffering: StudiesOfProgram }
type Over = Pick<DataOf<DeliveryEvent, 'OfferingCompleted'>, 'offeringId' | 'programId'>
type Concerned = {
  readonly study: PlannedStudy
  readonly about: { readonly programId?: string; readonly offeringId: string }
}

/** Which version of which instrument a study asks for a purpose. */
type Asks = (study: PlannedStudy) => { readonly instrumentId: string; readonly version: number } | undefined

/** A study whose report is out comes last: what falls short is found for one that still looks. */
const theOpenFirst = (studies: readonly PlannedStudy[]): readonly PlannedStudy[] =>
  [...studies].sort((a, b) => Number(a.isPublished) - Number(b.isPublished))

/**
 * The studies a class that is over concerns, those of its program and its own, and what each asks about. What one of them
 * asks is not asked again in the same words for another: the answers count for both.
 */
const concerned = (
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

/** A study that still measures, looks at behaviour and names its questions. */
const followUpOf: Asks = ({ instruments, levels, isPublished }) =>
  isPublished || !levels.includes(3) ? undefined : instruments.followUp

/** When a class is over, the day on which behaviour is asked about is set: two months on, within one to three. */
export const behaviourIsLookedAtMonthsLater = policy({
  name: 'behaviourIsLookedAtMonthsLater',
  when: 'OfferingCompleted',
  reads: { studiesOfProgram, studiesOfOffering },
  settings: evaluationSettings,
  react: (completed, studies, { followUpDueMonths }) =>
    concerned(completed, studies, followUpOf).flatMap(({ study, about }) => {
      const { evaluationId } = study
      if (followUpOf(study) === undefined) return []
      const { at, endedAt, zone } = completed
      const dueAt = monthsAfter(endedAt, followUpDueMonths, zone)
      return [intent(commands.ScheduleFollowUp, { at, evaluationId, ...about, level: 3, dueAt })]
    }),
})

/** When a class is over, the day on which results are looked at is set: half a year on, within three to twelve. */
export const resultsAreLookedAtHalfAYearLater = policy({
  name: 'resultsAreLookedAtHalfAYearLater',
  when: 'OfferingCompleted',
  reads: { studiesOfProgram, studiesOfOffering },
  settings: evaluationSettings,
  react: (completed, studies, { resultsDueMonths }) =>
    concerned(completed, studies).flatMap(({ study: { evaluationId, levels, isPublished }, about }) => {
      if (isPublished || !levels.includes(4)) return []
      const { at, endedAt, zone } = completed
      const dueAt = monthsAfter(endedAt, resultsDueMonths, zone)
      return [intent(commands.ScheduleFollowUp, { at, evaluationId, ...about, level: 4, dueAt })]
    }),
})

const followUpId = (evaluationId: string, offeringId: string): string =>
  derivedId(evaluationId, offeringId, 'followUp')

/** On the day that was set, what people do differently is asked about. */
export const theFollowUpOpensWhenItIsDue = policy({
  name: 'theFollowUpOpensWhenItIsDue',
  when: 'FollowUpScheduled',
  reads: { studiesOfProgram, studiesOfOffering },
  settings: evaluationSettings,
  react: (scheduled, { studiesOfProgram, studiesOfOffering }, { anonymity, channel }) => {
    const { evaluationId, programId, offeringId, dueAt, to, level } = scheduled
    const { studies } = programId === undefined ? studiesOfOffering : studiesOfProgram
    const study = studies.find((one) => one.evaluationId === evaluationId)
    if (study?.instruments.followUp === undefined || offeringId === undefined || dueAt >= to || level !== 3)
      return []
    const open = intent(commands.OpenAdministration, {
      at: dueAt,
      administrationId: followUpId(evaluationId, offeringId),
      ...study.instruments.followUp,
      purpose: 'followUp',
      ...(programId === undefined ? {} : { programId }),
      offeringId,
      window: { opens: dueAt, closes: to },
      // Whether people and their supervisors see the same is not known of anonymous answers.
      anonymity: anonymity === 'anonymous' ? 'confidential' : anonymity,
      k: study.k,
      channel,
      evaluationId,
    })
    return [{ dueAt, command: open }]
  },
})

/** When it opens, everybody who came is asked, as the register stands by then; others are invited by the host. */
export const thoseWhoCameAreAskedWhatTheyDo = policy({
  name: 'thoseWhoCameAreAskedWhatTheyDo',
  when: 'AdministrationOpened',
  reads: { attendees },
  react: ({ at, administrationId, evaluationId, offeringId }, { attendees }) =>
    evaluationId !== undefined &&
    offeringId !== undefined &&
    administrationId === followUpId(evaluationId, offeringId)
      ? everyoneIsAskedAboutThemself(at, administrationId, attendees.present)
      : [],
})

const returned = (
  {
    at,
    offeringId,
    learnerId,
    respondentId,
    instrumentId,
  }: {
    readonly at: string
    readonly offeringId?: string | undefined
    readonly learnerId?: string | undefined
    readonly respondentId?: string | undefined
    readonly instrumentId: string
  },
  { instrumentIds }: AnswersAwaited,
) =>
  offeringId !== undefined &&
  learnerId !== undefined &&
  respondentId === learnerId &&
  instrumentIds.includes(instrumentId)
    ? [intent(deliveryCommands.RecordResponse, { at, offeringId, learnerId, instrumentId })]
    : []

/** A questionnaire that completion waits for counts as returned when the learner answers it. */
export const anAnswerCountsTowardsCompletion = policy({
  name: 'anAnswerCountsTowardsCompletion',
  when: 'ResponseSubmitted',
  reads: { answersAwaited },
  react: (answer, { answersAwaited }) => returned(answer, answersAwaited),
})

/** Where answers are anonymous, that the learner took part counts. */
export const takingPartCountsTowardsCompletion = policy({
  name: 'takingPartCountsTowardsCompletion',
  when: 'InvitationRedeemed',
  reads: { answersAwaited },
  react: (invitation, { answersAwaited }) => returned(invitation, answersAwaited),
})

/** A learner marks nobody's work, least of all their own: marks are an examiner's, right answers speak for themselves. */
const isMarkedBy = (items: readonly Item[], role: string | undefined): boolean =>
  role === 'examiner' ||
  (role === 'self' && items.every((item) => item.key !== undefined || worth(item) === 0))

/** A test that completion waits for is a try at it: scored when the learner hands it in, or an examiner marks it. */
export const aTestCountsTowardsCompletion = policy({
  name: 'aTestCountsTowardsCompletion',
  when: 'ResponseSubmitted',
  reads: { answersAwaited, administration },
  react: (answer, { answersAwaited: { testIds, attempts }, administration: { items } }) => {
    const { at, offeringId, learnerId, instrumentId, purpose, role, scaled, late } = answer
    return offeringId !== undefined &&
      learnerId !== undefined &&
      scaled !== undefined &&
      purpose === 'posttest' &&
      late === undefined &&
      testIds.includes(instrumentId) &&
      isMarkedBy(items.filter(isOnScale), role)
      ? [
          intent(deliveryCommands.RecordResult, {
            at,
            offeringId,
            learnerId,
            instrumentId,
            attempt: (attempts[instrumentId] ?? 0) + 1,
            scaled,
          }),
        ]
      : []
  },
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

/** Low-rated subscales, and questions that tell nothing, are found and to be improved by who answers for the study. */
export const whatFallsShortIsToBeImproved = policy({
  name: 'whatFallsShortIsToBeImproved',
  when: 'AdministrationClosed',
  reads: { study, administration, countedAnswers, studiedOffering },
  settings: evaluationSettings,
  react: (closed, { study, administration, countedAnswers, studiedOffering }, settings) => {
    const { at, administrationId, evaluationId, offeringId, purpose, instrumentId } = closed
    const { ownerId } = study
    if (evaluationId === undefined || ownerId === undefined || study.digest !== undefined) return []
    const tally = tallyOf(countedAnswers)
    const k = administration.anonymity === 'identified' ? study.k : Math.max(study.k, administration.k)
    if (tally.people < k) return []
    const found: readonly Shortfall[] =
      purpose === 'reaction'
        ? lowSubscales(tally, settings.reactionLimit, k)
        : purpose === 'posttest' && study.levels.includes(2)
          ? poorItems(tally, settings, k)
          : []
    const own = offeringId === undefined ? [] : [evaluationId, offeringId, purpose]
    const asked = administrationId === derivedId(...own) ? own : [administrationId]
    return found.flatMap((shortfall) => {
      const findingId = derivedId(...asked, shortfall.of, shortfall.why)
      return [
        intent(commands.RecordFinding, {
          at,
          evaluationId,
          findingId,
          level: purpose === 'reaction' ? 1 : 2,
          sources: [purpose === 'reaction' ? 'survey' : 'test'],
          people: tally.people,
        }),
        intent(commands.ProposeImprovement, {
          at,
          evaluationId,
          improvementId: findingId,
          findingId,
          target: targetOf(shortfall, purpose, instrumentId, studiedOffering),
          owner: ownerId,
          due: dayIn(daysAfter(at, settings.improvementDueDays, study.zone), study.zone),
        }),
      ]
    })
  },
})

const stillToImprove = ({ improvements }: StudyState, kind: string) =>
  Object.entries(improvements).filter(([, { target, status }]) => target.kind === kind && status === 'open')

/** When the report is out, each course that is to be improved is revised, citing the improvement. */
export const whatIsToBeImprovedIsRevised = policy({
  name: 'whatIsToBeImprovedIsRevised',
  when: 'EvaluationReportPublished',
  reads: { study },
  react: ({ at }, { study }) =>
    stillToImprove(study, 'course').map(
      ([
        improvementId,
        {
          target: { ref },
          action,
        },
      ]) =>
        intent(catalogCommands.ReviseCourse, {
          at,
          courseId: ref,
          reason: action.slice(0, 1000) || improvementId,
          improvementId,
        }),
    ),
})

/** When the report is out, each trainer who is to do better is developed, citing the improvement. */
export const whoIsToDoBetterIsDeveloped = policy({
  name: 'whoIsToDoBetterIsDeveloped',
  when: 'EvaluationReportPublished',
  reads: { study },
  react: ({ at, evaluationId }, { study }) =>
    stillToImprove(study, 'trainer').map(
      ([
        improvementId,
        {
          target: { ref },
          action,
          due,
        },
      ]) =>
        intent(resourceCommands.DevelopTrainer, {
          at,
          resourceId: ref,
          developmentId: derivedId(evaluationId, improvementId),
          activity: 'coaching',
          ...(action === '' ? {} : { aim: action }),
          due,
          improvementId,
        }),
    ),
})
