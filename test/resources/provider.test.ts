import { assemble, resourceEvents, resources, screeningOf } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'

const story = scenario(assemble([resources], {}, { trusted: true }))
const happened = resourceEvents.make
const at = '2026-03-01T01:00:00.000Z'
const resourceId = 'brightline'
const rule = { code: 'IllegalTransition' } as const

const provider = happened.ResourceRegistered({
  at,
  resourceId,
  kind: 'provider',
  title: 'Brightline Consulting',
  bufferMinutes: 0,
})
const hall = happened.ResourceRegistered({ at, resourceId, kind: 'venue', title: 'Hall', bufferMinutes: 0 })
const retired = happened.ResourceRetired({ at, resourceId })
const scale = { min: 0, max: 100 }
const criteria = [
  { criterion: 'content', weight: 5000, score: 80 },
  { criterion: 'references', weight: 3000, score: 70 },
  { criterion: 'dataProtection', weight: 2000, score: 65, atLeast: 60 },
]
const screened = (more: object = {}) =>
  happened.ProviderScreened({
    at,
    resourceId,
    screenedBy: 'lin',
    scale,
    criteria,
    score: 7400,
    threshold: 6000,
    below: [],
    outcome: 'recommended',
    ...more,
  })
const unknown = { code: 'Unknown', what: 'resource', id: resourceId } as const

describe('screening a provider', () => {
  const screen = (more: object = {}) => ({
    type: 'ScreenProvider' as const,
    data: { at, resourceId, screenedBy: 'lin', criteria, ...more },
  })
  test('recommends it from the threshold on, which the event keeps', () => {
    story.given(provider).when(screen()).then(screened())
    story
      .given(provider)
      .when(screen({ threshold: 7401 }))
      .then(screened({ threshold: 7401, outcome: 'notRecommended' }))
    const demanding = scenario(
      assemble([resources], { resources: { screeningThreshold: 9000 } }, { trusted: true }),
    )
    demanding
      .given(provider)
      .when(screen())
      .then(screened({ threshold: 9000, outcome: 'notRecommended' }))
  })
  test('does not recommend what stays below the least of one criterion, whatever the sum', () => {
    const strict = [{ criterion: 'content', weight: 10_000, score: 95, atLeast: 96 }]
    story
      .given(provider)
      .when(screen({ criteria: strict }))
      .then(screened({ criteria: strict, score: 9500, below: ['content'], outcome: 'notRecommended' }))
  })
  test('needs weights that are all of it, and scores on the scale', () => {
    const half = [{ criterion: 'content', weight: 5000, score: 80 }]
    story
      .given(provider)
      .when(screen({ criteria: half }))
      .thenRejected({ code: 'WeightsNotNormalized', sum: 5000 })
    story
      .given(provider)
      .when(screen({ criteria: [{ ...half[0], weight: 10_000 }], scale: { min: 1, max: 5 } }))
      .thenRejected({ code: 'ScoreOffScale', criterion: 'content', score: 80, min: 1, max: 5 })
  })
  test('is for providers that are there', () => {
    story.given(hall).when(screen()).thenRejected({ code: 'NotAProvider', resourceId, kind: 'venue' })
    story.given().when(screen()).thenRejected(unknown)
    story
      .given(provider, retired)
      .when(screen())
      .thenRejected({ ...rule, from: 'retired', command: 'ScreenProvider' })
  })
  test('takes the weighted mean as a share of the scale, rounded half up', () => {
    const on = (scores: readonly number[]) =>
      screeningOf(
        scores.map((score, at) => ({ criterion: `c${at}`, weight: at === 0 ? 3333 : 6667, score })),
        { min: 1, max: 5 },
        5000,
      ).score
    expect(on([1, 1])).toBe(0)
    expect(on([5, 5])).toBe(10_000)
    expect(on([2, 4])).toBe(5834)
  })
})

describe('terms', () => {
  const agree = (more: object = {}) => ({
    type: 'AgreeTerms' as const,
    data: {
      at,
      resourceId,
      termsId: 't-1',
      rate: { amount: { minor: 800_000, currency: 'CNY' }, per: 'day' },
      validFrom: at,
      ...more,
    },
  })
  const agreed = happened.TermsAgreed(agree().data)
  test('are agreed with a provider once it was screened', () => {
    story.given(provider, screened()).when(agree()).then(agreed)
    story.given(provider).when(agree()).thenRejected({ code: 'NotScreened', resourceId })
  })
  test('with one that was not recommended carry an advice', () => {
    story
      .given(provider, screened({ outcome: 'notRecommended' }))
      .when(agree())
      .then(agreed)
      .thenAdvised('NotRecommended')
  })
  test('of a hall need no screening', () => {
    story.given(hall).when(agree()).then(agreed)
  })
  test('are named once and end after they begin', () => {
    story.given(hall, agreed).when(agree()).thenRejected({ code: 'DuplicateTerms', termsId: 't-1' })
    story
      .given(hall)
      .when(agree({ validUntil: at }))
      .thenRejected({ code: 'ValidityInverted', validFrom: at, validUntil: at })
    story.given().when(agree()).thenRejected(unknown)
    story
      .given(hall, retired)
      .when(agree())
      .thenRejected({ ...rule, from: 'retired', command: 'AgreeTerms' })
  })
})

describe('rating a resource', () => {
  const rate = (more: object = {}) => ({
    type: 'RateResource' as const,
    data: { at, resourceId, ratedBy: 'ada', rating: 4, offeringId: 'o-1', ...more },
  })
  const rated = happened.ResourceRated({ ...rate().data, scale: { min: 1, max: 5 }, aspect: 'overall' })
  test('says how good it was, once for each aspect and class', () => {
    story.given(provider).when(rate()).then(rated)
    story
      .given(provider, rated)
      .when(rate({ rating: 5 }))
      .thenRejected({ code: 'AlreadyRated', resourceId, ratedBy: 'ada' })
    story
      .given(provider, rated)
      .when(rate({ aspect: 'content' }))
      .then(
        happened.ResourceRated({
          ...rate().data,
          scale: { min: 1, max: 5 },
          aspect: 'content',
        }),
      )
  })
  test('stays on its scale', () => {
    story
      .given(provider)
      .when(rate({ rating: 6 }))
      .thenRejected({ code: 'RatingOffScale', rating: 6, min: 1, max: 5 })
  })
  test('is not for oneself', () => {
    const dana = happened.ResourceRegistered({
      at,
      resourceId: 'dana',
      kind: 'trainer',
      title: 'Dana',
      personId: 'p-7',
      bufferMinutes: 0,
    })
    for (const ratedBy of ['p-7', 'dana'])
      story
        .given(dana)
        .when(rate({ resourceId: 'dana', ratedBy }))
        .thenRejected({ code: 'SelfRating', resourceId: 'dana' })
    story.given().when(rate()).thenRejected(unknown)
  })
})
