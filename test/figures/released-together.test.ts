/** Views that leave one after the other: a program by class, a class of it, the program again when more had answered. */
import { describe, expect, test } from 'vitest'
import { attack } from '../metrics/disclosure/adversary.ts'
import { asRead, publishedViews, surveyOf } from './a-survey.ts'

const seeds = Array.from({ length: 16 }, (_, seed) => seed)

describe('scorecards that are released one after the other', () => {
  test('tell an adversary with a linear program nothing of fewer people than each was promised', () => {
    for (const seed of seeds) {
      const survey = surveyOf(seed)
      const views = publishedViews(survey)
      const already = views.flatMap(({ scorecard }) => scorecard.disclosure.alreadyDisclosed)
      // a share of 100 % tells of each of its people: of a small segment that is named only later it has told before
      expect(already.filter(({ kind }) => kind !== 'smallCell')).toEqual([])
      if (already.length === 0) expect([seed, attack(asRead(survey, views))]).toEqual([seed, undefined])
    }
  })

  test('tell nothing at all where a protection of two steps forbids shares of 100 %', () => {
    for (const seed of seeds.slice(0, 12)) {
      const survey = { ...surveyOf(seed), protection: 2 }
      const views = publishedViews(survey)
      expect(views.flatMap(({ scorecard }) => scorecard.disclosure.alreadyDisclosed)).toEqual([])
      expect([seed, attack(asRead(survey, views))]).toEqual([seed, undefined])
    }
  })

  test('tell it where no release log is kept', () => {
    const isTold = seeds.some((seed) => {
      const survey = { ...surveyOf(seed), protection: 2 }
      return attack(asRead(survey, publishedViews(survey, false))) !== undefined
    })
    expect(isTold).toBe(true)
  })
})
