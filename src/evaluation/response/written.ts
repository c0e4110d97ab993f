/** The state that coding needs of answers in people's own words: the ones that were given, and the themes they have. */
import { projections } from '../../kernel/index.ts'
import type { EvaluationEvent } from '../events.ts'

const projection = projections<EvaluationEvent>()

/** By item: the themes of what was written there, none before somebody read it. */
export type WrittenAnswersState = { themesOf: Record<string, string[] | null> }

const shared = {
  initial: (): WrittenAnswersState => ({ themesOf: {} }),
  on: {
    ResponseSubmitted: (
      { themesOf }: WrittenAnswersState,
      {
        answers,
      }: { readonly answers: readonly { readonly itemId: string; readonly kind?: string | undefined }[] },
    ) => {
      for (const { itemId, kind } of answers) if (kind === 'text') themesOf[itemId] = null
    },
    AnswerCoded: (
      { themesOf }: WrittenAnswersState,
      { itemId, themes }: { readonly itemId: string; readonly themes: string[] },
    ) => {
      themesOf[itemId] = themes
    },
  },
}

/** The words of one respondent about one learner. */
export const writtenAnswers = projection({
  ...shared,
  name: 'writtenAnswers',
  by: ['administrationId', 'respondentId', 'learnerId'],
})

/** The words under one random key. */
export const anonymousWrittenAnswers = projection({
  ...shared,
  name: 'anonymousWrittenAnswers',
  by: ['administrationId', 'responseId'],
})

export const isCodedSo = (
  { themesOf }: WrittenAnswersState,
  { itemId, themes }: { readonly itemId: string; readonly themes: readonly string[] },
): boolean => {
  const known = themesOf[itemId]
  return known?.length === themes.length && themes.every((theme) => known.includes(theme))
}
