import { catalogCommands } from '../../catalog/commands.ts'
import type { DeliveryEvent } from '../../delivery/events.ts'
import { intent, policies } from '../../kernel/index.ts'
import { resourceCommands } from '../../resources/commands.ts'
import { dayIn, daysAfter, derivedId, given, monthsAfter } from '../../vocabulary/index.ts'
import { type Asks, concerned, everyoneIsAskedAboutThemself } from '../administration/policies.ts'
import { administration } from '../administration/state.ts'
import { evaluationCommands as commands } from '../commands.ts'
import type { EvaluationEvent } from '../events.ts'
import { countedAnswers, lowSubscales, poorItems, type Shortfall, tallyOf } from '../response/tally.ts'
import { evaluationSettings } from '../settings.ts'
import { studiedOffering, targetOf } from './class.ts'
import { type StudyState, study } from './state.ts'
import { attendees, studiesOfOffering, studiesOfProgram } from './training.ts'

const policy = policies<DeliveryEvent | EvaluationEvent>()

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
      ...given({ programId }),
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
