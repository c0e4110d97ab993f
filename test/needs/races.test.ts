/** Two people of one training department at once: what each of them read still holds when they write. */
import { type AnyEvent, competencyFramework, liaisonReview, needsAssessment } from 'training-ops'
import { type Look, races } from 'training-ops/testing'
import { expect, test } from 'vitest'
import * as framework from './a-framework.ts'
import * as an from './an-assessment.ts'

const { training } = an
const step = (type: string, data: object) => ({ type, data })
const count = (events: readonly AnyEvent[], ...types: readonly string[]) =>
  events.filter(({ type }) => types.includes(type)).length

test('no report is published over a need that was found meanwhile and not ranked', () => {
  const rated = an.weighted(an.rated('n-1', 5000, 5000))
  const { withConditions, without, mustHold } = races(training, {
    given: [
      step('OpenNeedsAssessment', an.opening),
      step('RecordNeedEvidence', an.seen('e-1')),
      step('IdentifyNeed', an.need('n-1')),
      step('PrioritizeNeeds', { ...an.here, method: rated }),
    ],
    racing: [
      step('IdentifyNeed', an.need('n-2')),
      step('PublishNeedsReport', an.here),
      step('PublishNeedsReport', an.here),
    ],
    orders: 560, // of 1,680
    always: {
      'a report holds every need found before it': (_: Look, events: readonly AnyEvent[]) => {
        const at = events.findIndex(({ type }) => type === 'NeedsReportPublished')
        const found = count(events.slice(0, Math.max(at, 0)), 'NeedIdentified')
        return at < 0 || found === count(events.slice(0, at), 'NeedRanked')
      },
      'it is published once': (_: Look, events: readonly AnyEvent[]) =>
        count(events, 'NeedsReportPublished') <= 1,
      'and is what was published': (look: Look) =>
        Object.values(look(needsAssessment)).every(
          ({ status, report }) => (status === 'published') === (report !== undefined),
        ),
    },
  })
  mustHold()
  expect(withConditions.lost).toEqual([])
  expect(new Set(without.lost.map(({ sentence }) => sentence))).toEqual(
    new Set(['a report holds every need found before it', 'it is published once']),
  )
})

test('no role asks for a competency that is retired at the same moment, and a version is published once', () => {
  const { here, scale, competency, profile, asked } = framework
  const { without, mustHold } = races(framework.training, {
    given: [step('DefineScale', scale), step('DefineCompetency', competency('asking'))],
    racing: [
      step('RetireCompetency', { ...here, competency: 'asking' }),
      step('SetRoleProfile', profile('seller', asked('asking'))),
      step('PublishFramework', { ...here, version: 1 }),
      step('PublishFramework', { ...here, version: 1 }),
    ],
    orders: 300,
    always: {
      'no role asks for what is retired': (look: Look) =>
        Object.values(look(competencyFramework)).every(({ roles, competencies }) =>
          Object.values(roles).every(({ requirements }) =>
            requirements.every(({ competency: code }) => competencies[code]?.retired === false),
          ),
        ),
      'a version is published once': (_: Look, events: readonly AnyEvent[]) =>
        count(events, 'FrameworkPublished') <= 1,
    },
  })
  mustHold()
  expect(new Set(without.lost.map(({ sentence }) => sentence)).size).toBe(2)
})

test('a talk ends in one way', () => {
  const talk = { at: '2026-02-01T01:00:00.000Z', liaisonReviewId: 'lr-1' }
  const dueAt = '2026-01-31T01:00:00.000Z'
  const { without, mustHold } = races(training, {
    given: [
      step('ScheduleLiaisonReview', {
        ...talk,
        at: an.at,
        unitId: 'sales',
        dueAt,
        zone: 'Asia/Shanghai',
        topics: [],
      }),
    ],
    racing: [
      step('HoldLiaisonReview', { ...talk, attendeeIds: ['wu'], observations: [] }),
      step('CancelLiaisonReview', { ...talk, reason: 'The unit is dissolved.' }),
      step('MissLiaisonReview', { ...talk, dueAt }),
    ],
    orders: 560,
    always: {
      'a talk ends once': (look: Look, events: readonly AnyEvent[]) =>
        count(events, 'LiaisonReviewHeld', 'LiaisonReviewCancelled', 'LiaisonReviewMissed') === 1 &&
        look(liaisonReview)['lr-1']?.status !== 'scheduled',
    },
  })
  mustHold()
  expect(without.lost.length).toBeGreaterThan(0)
})
