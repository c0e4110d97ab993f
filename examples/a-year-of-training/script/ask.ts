/** One round of questions: opened, sent, answered by most, closed. */
import { type Line, lines } from './line.ts'

export type Round = {
  readonly administrationId: string
  readonly instrumentId: string
  readonly purpose: 'reaction' | 'pretest' | 'posttest' | 'followUp' | 'needs'
  /** None of a survey of needs. */
  readonly programId?: string
  readonly offeringId?: string
  readonly opens: string
  readonly closes: string
  readonly people: readonly {
    readonly respondentId: string
    readonly learnerId: string
    readonly role: 'self' | 'supervisor'
    /** Nothing for who does not answer. */
    readonly answers?: Readonly<Record<string, number>>
    readonly at: string
  }[]
}

export const ask = (round: Round): readonly Line[] => {
  const { administrationId, instrumentId, purpose, programId, offeringId, opens, closes, people } = round
  const write = lines(administrationId, programId)
  return [
    write('OpenAdministration', {
      at: opens,
      administrationId,
      instrumentId,
      version: 1,
      purpose,
      ...(programId === undefined ? {} : { programId }),
      ...(offeringId === undefined ? {} : { offeringId }),
      window: { opens, closes },
      anonymity: 'confidential',
      channel: 'qrCode',
    }),
    ...people.map(({ respondentId, learnerId, role }) =>
      write('InviteRespondent', { at: opens, administrationId, respondentId, learnerId, role }),
    ),
    ...people.flatMap(({ respondentId, learnerId, answers, at }) =>
      answers === undefined
        ? []
        : [
            write('SubmitResponse', {
              at,
              administrationId,
              respondentId,
              learnerId,
              answers: Object.entries(answers).map(([itemId, value]) => ({ itemId, value })),
            }),
          ],
    ),
    write('CloseAdministration', { at: closes, administrationId }),
  ]
}
