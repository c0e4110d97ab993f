/** Plausible lives of certificates and requirements: what holds in all of them, and what they reach. */
import {
  assemble,
  catalog,
  certificate,
  credentials,
  delivery,
  learnerRecord,
  needs,
  project,
  requirement,
  resources,
  serialHolder,
} from 'training-ops'
import { lawsOf, races, reach, stories, universe } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'

const training = assemble([needs, catalog, resources, delivery, credentials], {}, { trusted: true })
const days = ['2026-03-02', '2026-06-01', '2027-02-01', '2027-03-02', '2028-03-02']
const terms = {
  'EstablishRequirement.audience': [{ segments: [], roles: ['lead'] }],
  audience: [
    { segments: [], roles: ['lead'] },
    { segments: [], roles: [] },
  ],
  trigger: [
    { on: 'hired', dueWithinDays: 30 },
    { on: 'promotion', dueWithinDays: 30 },
  ],
  recurrence: [{ kind: 'once' }, { kind: 'rolling', months: 12 }],
  alternatives: [
    { atLeast: 1, courseIds: ['courseId-1'] },
    { atLeast: 2, courseIds: ['courseId-1'] },
  ],
  segment: [{}, { department: 'plant' }],
  roles: [['lead'], []],
}
const lives = stories(training, {
  in: universe(
    {
      certificateId: 2,
      learnerId: ['ada', 'bo'],
      correctedBy: ['ada', 'lin'],
      courseId: 1,
      offeringId: 1,
      requirementId: 2,
      serial: ['S-1', 'S-2'],
      basis: ['completion', 'equivalence', 'testedOut', 'administrative'],
      cause: ['complaint', 'hired', 'roleAssigned'],
      graceDays: [0, 7],
      purpose: ['compliance'],
      'IssueCertificate.validUntil': ['2027-03-02T09:00:00.000Z', '2028-03-02T09:00:00.000Z'],
      'RenewCertificate.validUntil': ['2029-03-02T09:00:00.000Z'],
      ...terms,
    },
    { days },
  ),
  upTo: 40,
  invalidRatio: 0.3,
  // what was imported is silent to policies; a test of interop tells its rules
  only: credentials.decisions.map(({ command }) => command.type).filter((type) => type !== 'ImportHistory'),
  often: { IssueCertificate: 4, RenewCertificate: 3, RevokeCertificate: 0.3, WithdrawRequirement: 0.3 },
})

const laws = lawsOf(training, {
  lives,
  runs: 25,
  always: {
    'a serial is borne by one certificate': (look) => {
      const bearers = Object.values(look(serialHolder)).map(({ certificateId }) => certificateId)
      return new Set(bearers).size === bearers.length
    },
    'the record holds every certificate ever issued, as the certificate itself stands': (look) => {
      const held = Object.values(look(learnerRecord)).flatMap(({ certificates }) =>
        Object.entries(certificates),
      )
      const known = look(certificate)
      return (
        held.every(
          ([id, { status, flagged }]) => known[id]?.status === status && known[id].flagged === flagged,
        ) && held.length === Object.values(known).filter(({ status }) => status !== 'none').length
      )
    },
    'the terms of a requirement are kept in the order in which they take effect': (look) =>
      Object.values(look(requirement)).every(({ versions }) => {
        const days = versions.map(({ effectiveFrom }) => effectiveFrom)
        return String(days) === String([...days].sort())
      }),
  },
  until: { 'a certificate that was revoked': { of: certificate, is: ({ status }) => status === 'revoked' } },
})

describe('the credentials room keeps its laws', () => {
  for (const { name, check } of laws) test(name, check)

  test('its stories reach every event and every refusal', () => {
    // test/interop/history.test.ts; and of completions, in test/credentials/certificate.test.ts
    const except = ['ImportHistory', 'HistoryImported', 'keptEndsFollowACorrectedAward']
    reach(lives, training, { runs: 600, seed: 3, of: ['credentials'], except }).mustBeWhole()
  })

  test('two hosts issue one serial once', () => {
    const issue = (certificateId: string) => ({
      type: 'IssueCertificate' as const,
      data: {
        at: '2026-03-02T09:00:00.000Z',
        certificateId,
        learnerId: 'ada',
        courseId: 'fire-safety',
        validFrom: '2026-03-02T09:00:00.000Z',
        awardedDate: '2026-03-02',
        basis: 'equivalence',
        serial: 'S-1',
      },
    })
    const { withConditions, without } = races(training, {
      racing: [issue('c-1'), issue('c-2')],
      always: {
        'one bearer': (look) =>
          Object.values(look(certificate)).filter(({ status }) => status === 'valid').length <= 1,
      },
    })
    expect(withConditions.lost).toEqual([])
    expect(without.lost.length).toBeGreaterThan(0)
  })
})

test('a record of nobody is empty', () => {
  expect(project(learnerRecord, [])).toEqual({})
})
