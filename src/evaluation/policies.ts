import type { DeliveryEvent } from '../delivery/events.ts'
import { type Intent, intent, policies } from '../kernel/index.ts'
import { daysAfter, derivedId, monthsAfter } from '../vocabulary/index.ts'
import { evaluationCommands as commands } from './commands.ts'
import type { EvaluationEvent } from './events.ts'
import { evaluationSettings } from './settings.ts'
import { attendees, studiesOfProgram } from './study/training.ts'

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

/** When a class is over, everybody who came is asked what they thought of it. */
export const thoseWhoCameAreAskedWhatTheyThought = policy({
  name: 'thoseWhoCameAreAskedWhatTheyThought',
  when: 'OfferingCompleted',
  reads: { studiesOfProgram, attendees },
  settings: evaluationSettings,
  follows: (
    { at, offeringId, programId, zone },
    { studiesOfProgram, attendees },
    { reactionWindowDays, anonymity, channel },
  ) =>
    studiesOfProgram.studies.flatMap(({ evaluationId, instruments, k }) => {
      if (instruments.reaction === undefined || programId === undefined) return []
      const administrationId = derivedId(evaluationId, offeringId, 'reaction')
      return [
        intent(commands.OpenAdministration, {
          at,
          administrationId,
          ...instruments.reaction,
          purpose: 'reaction',
          programId,
          offeringId,
          window: { opens: at, closes: daysAfter(at, reactionWindowDays, zone) },
          anonymity,
          k,
          channel,
        }),
        ...everyoneIsAskedAboutThemself(at, administrationId, attendees.present),
      ]
    }),
})

/** When a class is over, the day on which behaviour is asked about is set: two months on, within one to three. */
export const behaviourIsLookedAtMonthsLater = policy({
  name: 'behaviourIsLookedAtMonthsLater',
  when: 'OfferingCompleted',
  reads: { studiesOfProgram },
  settings: evaluationSettings,
  follows: ({ at, offeringId, programId, endedAt, zone }, { studiesOfProgram }, { followUpDueMonths }) =>
    studiesOfProgram.studies.flatMap(({ evaluationId, instruments }) =>
      instruments.followUp === undefined || programId === undefined
        ? []
        : [
            intent(commands.ScheduleFollowUp, {
              at,
              evaluationId,
              programId,
              offeringId,
              dueAt: monthsAfter(endedAt, followUpDueMonths, zone),
            }),
          ],
    ),
})

/** On the day that was set, everybody who came is asked what they do differently; others are invited by the host. */
export const theFollowUpOpensWhenItIsDue = policy({
  name: 'theFollowUpOpensWhenItIsDue',
  when: 'FollowUpScheduled',
  reads: { studiesOfProgram, attendees },
  settings: evaluationSettings,
  follows: (scheduled, { studiesOfProgram, attendees }, { anonymity, channel }) => {
    const { evaluationId, programId, offeringId, dueAt, to } = scheduled
    const study = studiesOfProgram.studies.find((one) => one.evaluationId === evaluationId)
    if (study?.instruments.followUp === undefined || offeringId === undefined || dueAt >= to) return []
    const administrationId = derivedId(evaluationId, offeringId, 'followUp')
    const open = intent(commands.OpenAdministration, {
      at: dueAt,
      administrationId,
      ...study.instruments.followUp,
      purpose: 'followUp',
      programId,
      offeringId,
      window: { opens: dueAt, closes: to },
      anonymity,
      k: study.k,
      channel,
    })
    return [open, ...everyoneIsAskedAboutThemself(dueAt, administrationId, attendees.present)].map(
      (command) => ({ dueAt, command }),
    )
  },
})
