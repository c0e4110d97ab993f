/** Providers are weighed before terms are agreed (供应商筛选); everything that costs has terms. */
import { accepted, advised, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { resourceCommands as commands } from '../commands.ts'
import type { ScoredCriterion, ScoreScale } from '../events/shapes.ts'
import { resourceEvents } from '../events.ts'
import { resourceRejections } from '../rejections.ts'
import { mustBeRegistered } from '../rules.ts'
import { resourceSettings } from '../settings.ts'
import { resource } from '../state.ts'
import { screeningOf } from './screening.ts'

const events = resourceEvents.make
const { DuplicateTerms, NotAProvider, NotScreened, ScoreOffScale, ValidityInverted, WeightsNotNormalized } =
  resourceRejections

const weightsAreWhole = (criteria: readonly ScoredCriterion[]) => {
  const sum = criteria.reduce((all, { weight }) => all + weight, 0)
  return sum !== 10_000 && WeightsNotNormalized({ sum })
}

const scoresAreOnTheScale = (criteria: readonly ScoredCriterion[], { min, max }: ScoreScale) => {
  const off = criteria.find(({ score }) => score < min || score > max)
  return off !== undefined && ScoreOffScale({ criterion: off.criterion, score: off.score, min, max })
}

export const screenProvider = defineDecision({
  command: commands.ScreenProvider,
  reads: { resource },
  settings: resourceSettings,
  decide: ({ threshold: asked, ...command }, { resource }, { screeningThreshold }) => {
    const { resourceId, criteria, scale } = command
    const threshold = asked ?? screeningThreshold
    return (
      refusedBy(
        mustBeRegistered(resource, resourceId),
        resource.kind !== 'provider' && NotAProvider({ resourceId, kind: resource.kind }),
        onlyFrom(resource.status, ['active', 'suspended'], 'ScreenProvider'),
        weightsAreWhole(criteria),
        scoresAreOnTheScale(criteria, scale),
      ) ??
      accepted(events.ProviderScreened({ ...command, threshold, ...screeningOf(criteria, scale, threshold) }))
    )
  },
})

export const agreeTerms = defineDecision({
  command: commands.AgreeTerms,
  reads: { resource },
  decide: (command, { resource }) => {
    const { resourceId, termsId, validFrom, validUntil } = command
    const { screening } = resource
    return (
      refusedBy(
        mustBeRegistered(resource, resourceId),
        onlyFrom(resource.status, ['active', 'suspended'], 'AgreeTerms'),
        resource.kind === 'provider' && screening === undefined && NotScreened({ resourceId }),
        resource.termsIds.includes(termsId) && DuplicateTerms({ termsId }),
        validUntil !== undefined && validUntil <= validFrom && ValidityInverted({ validFrom, validUntil }),
      ) ??
      advised(
        accepted(events.TermsAgreed(command)),
        screening?.outcome === 'notRecommended' && {
          code: 'NotRecommended',
          resourceId,
          score: screening.score,
          threshold: screening.threshold,
        },
      )
    )
  },
})
