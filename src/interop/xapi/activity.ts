import { extensions, iri, languageMap } from './formats.ts'
import { aText, every, holds, listOf, oneOf, type Rule, withFields } from './rule.ts'

const components = listOf(withFields({ 'id!': aText, description: languageMap }))
const interactionComponents = ['choices', 'scale', 'source', 'target', 'steps'] as const
const interaction = {
  interactionType: oneOf(
    'true-false',
    'choice',
    'fill-in',
    'long-fill-in',
    'matching',
    'performance',
    'sequencing',
    'likert',
    'numeric',
    'other',
  ),
  correctResponsesPattern: listOf(aText),
  ...Object.fromEntries(interactionComponents.map((name) => [name, components])),
}

const definition = every(
  withFields({
    name: languageMap,
    description: languageMap,
    type: iri,
    moreInfo: iri,
    extensions,
    ...interaction,
  }),
  holds(
    (object) =>
      Object.hasOwn(object, 'interactionType') ||
      ![...interactionComponents, 'correctResponsesPattern'].some((name) => Object.hasOwn(object, name)),
    'interactionType',
    'MissingKey',
  ),
)

/** Something that is done: a course, a class, a question. */
export const activity: Rule = withFields({ objectType: oneOf('Activity'), 'id!': iri, definition })
