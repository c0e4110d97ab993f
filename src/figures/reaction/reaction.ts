import { responseBias, responseBiasEntry, responseRate, responseRateEntry } from '../../metrics/index.ts'
import type { KirkpatrickState } from '../../records/study/evidence.ts'
import { type KirkpatrickFigure, studyFigure, suppressBelowPeople } from '../kirkpatrick/figure.ts'
import { answerFiguresOf } from './answers.ts'
import { invitedTo, type Questionnaire, questionnairesOf } from './questionnaires.ts'
import { ratedFigures } from './rated.ts'

/** A questionnaire counts from half of the questions on that its respondent was asked. */
const isValid =
  ({ items, unscaled }: Questionnaire) =>
  ({ answered, notAsked }: { readonly answered: number; readonly notAsked: number }): boolean =>
    answered * 2 >= items.length + unscaled.length - notAsked

const cameBack = (questionnaire: Questionnaire): KirkpatrickFigure => {
  const { name, k, invited, responses } = questionnaire
  const valid = responses.filter(isValid(questionnaire)).length
  return studyFigure(
    responseRateEntry,
    { level: 1, of: { instrument: name }, name: [name] },
    suppressBelowPeople(k, invited, responseRate({ eligible: invited, valid })),
  )
}

/** Whether some classes answered more than others: where they did, the mean speaks for them more than for the rest. */
const evenly = (program: KirkpatrickState, questionnaire: Questionnaire): readonly KirkpatrickFigure[] => {
  const { name, administrations, responses, k } = questionnaire
  if (administrations.length < 2) return []
  const classes = Object.fromEntries(
    administrations.map((administrationId) => [
      administrationId,
      {
        eligible: invitedTo(program, administrationId),
        responded: responses.filter((one) => one.administrationId === administrationId).length,
      },
    ]),
  )
  const bias = responseBias(classes)
  const asked = Object.values(classes).flatMap(({ eligible }) => (eligible > 0 ? [eligible] : []))
  const result =
    bias.status === 'ok'
      ? { ...bias, notes: [{ code: bias.biased ? 'ResponseBiased' : 'ResponseEven', p: bias.p }] }
      : bias
  return [
    studyFigure(
      responseBiasEntry,
      { level: 1, of: { instrument: name }, name: [name] },
      suppressBelowPeople(k, Math.min(...asked), result),
    ),
  ]
}

/** Level 1 (反应层): what those who came thought of it. */
export const reactionFigures = (program: KirkpatrickState): readonly KirkpatrickFigure[] =>
  questionnairesOf(program).flatMap((questionnaire) => [
    cameBack(questionnaire),
    ...evenly(program, questionnaire),
    ...ratedFigures(questionnaire),
    ...answerFiguresOf(questionnaire),
  ])
