/** Two ids turn out to be one person, and two after all. */
import {
  assemble,
  catalogEvents,
  certificateRecord,
  createLedger,
  createViews,
  credentialEvents,
  cultureEvents,
  deliveryEvents,
  type EventOf,
  enrolmentRecord,
  evaluationEvents,
  fold,
  identitiesIn,
  isAccepted,
  isRejected,
  learnerRecord,
  lifecycle,
  obligations,
  peopleEvents,
  project,
  rewardAccount,
  seatAllocation,
  whoIsWho,
  wholeBoundaryNow,
} from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { idAs } from '../../src/kernel/identities.ts'
import { received } from '../received.ts'

const training = assemble(lifecycle, {}, { trusted: true })
type Event = EventOf<typeof training>
const story = scenario(training)
const at = '2026-03-02T01:00:00.000Z'
const { IdentitiesMerged, IdentitiesUnmerged } = peopleEvents.make
const both = { at, survivorId: 'ada-new', mergedId: 'ada-old' }
const ofPeople = {
  kind: 'learner',
  alsoAs: [
    ...['respondent', 'claimant', 'person', 'owner', 'author'],
    ...['accountable', 'responsible', 'support', 'consulted', 'informed', 'by'],
  ],
}
const merged = IdentitiesMerged({ ...both, ...ofPeople, identityIds: ['ada-new', 'ada-old'] })
const unmerged = IdentitiesUnmerged({
  ...{ ...both, ...ofPeople },
  ...{ identityIds: ['ada-new', 'ada-old'], releasedIds: ['ada-old'] },
})
const merge = (more: object = {}) => ({ type: 'MergeIdentities' as const, data: { ...both, ...more } })
const part = { type: 'UnmergeIdentities' as const, data: both }

const hours = (day: string) => [
  { sessionId: 's-1', start: `${day}T01:00:00.000Z`, end: `${day}T09:00:00.000Z` },
]
const seat = (learnerId: string, offeringId: string, day: string, more: object = {}) =>
  deliveryEvents.make.LearnerEnrolled({
    ...{ at, offeringId, learnerId, scheduledMinutes: 480, sessions: hours(day) },
    ...{ courseId: 'fire', courseVersion: 1, completionRule: { require: 'all', of: [] }, ...more },
  } as never)
const completed = (learnerId: string, offeringId: string, courseId = 'fire') =>
  deliveryEvents.make.EnrolmentCompleted({
    ...{ at, offeringId, learnerId, courseId, courseVersion: 1, outcome: 'completed' },
    ...{ attendedMinutes: 480, scheduledMinutes: 480 },
  } as never)
const left = (learnerId: string, offeringId: string) =>
  deliveryEvents.make.LearnerWithdrew({ at, offeringId, learnerId, from: 'enrolled', late: false })
const earned = (learnerId: string, grantId: string, points: number) =>
  cultureEvents.make.PointsEarned({
    at,
    learnerId,
    grantId,
    points,
    source: 'completion',
  } as never)
const certified = (learnerId: string) =>
  credentialEvents.make.CertificateIssued({
    ...{ at, certificateId: `c-${learnerId}`, learnerId, courseId: 'fire', validFrom: at },
    ...{ awardedDate: '2026-03-02', basis: 'administrative', serial: `s-${learnerId}` },
  } as never)

describe('two ids are one person', () => {
  test('where somebody says so, once', () => {
    story.given().when(merge()).then(merged)
    story.given(merged).when(merge()).then()
    story
      .given()
      .when(merge({ mergedId: 'ada-new' }))
      .thenRejected({ code: 'SameIdentity', learnerId: 'ada-new' })
  })
  test('and the one that is read as another is merged no more', () => {
    const into = { code: 'AlreadyMerged', learnerId: 'ada-old', into: 'ada-new' } as const
    story
      .given(merged)
      .when(merge({ survivorId: 'bo' }))
      .thenRejected(into)
    story
      .given(merged)
      .when(merge({ survivorId: 'ada-old', mergedId: 'bo' }))
      .thenRejected(into)
  })
  test('with all the ids that each of them had', () => {
    const all = IdentitiesMerged({
      ...{ at, ...ofPeople, survivorId: 'ada', mergedId: 'ada-new' },
      identityIds: ['ada', 'ada-new', 'ada-old'],
    })
    story
      .given(merged)
      .when(merge({ survivorId: 'ada', mergedId: 'ada-new' }))
      .then(all)
    expect(project(learnerRecord, [completed('ada-old', 'o-1'), merged, all])).toMatchObject({
      ada: { completions: { 'o-1': {} } },
    })
  })
  test('unless one person cannot have lived both lives: what is in the way is named', () => {
    const [here, there] = ['2026-04-06', '2026-04-07']
    const refused = (...conflicts: { kind: string }[]) => ({
      code: 'IdentitiesConflict',
      kinds: conflicts.map(({ kind }) => kind),
      conflicts,
    })
    story
      .given(seat('ada-old', 'o-1', here), seat('ada-new', 'o-1', here))
      .when(merge())
      .thenRejected(refused({ kind: 'sameClass', offeringId: 'o-1' } as never) as never)
    story
      .given(seat('ada-old', 'o-1', here), seat('ada-new', 'o-2', here))
      .when(merge())
      .thenRejected(
        refused({ kind: 'overlappingSessions', offeringId: 'o-2', with: 'o-1' } as never) as never,
      )
    story
      .given(seat('ada-old', 'o-1', here), seat('ada-new', 'o-2', there))
      .when(merge())
      .then(merged)
    const gone = [seat('ada-old', 'o-1', here), left('ada-old', 'o-1')] as const
    const comes = seat('ada-new', 'o-1', here)
    const later = { ...comes, data: { ...comes.data, at: '2026-03-02T01:00:00.001Z' } }
    story
      .given(...gone, later)
      .when(merge())
      .then(merged)
    // at one instant nobody can tell who came first: the seat would be read as left
    for (const life of [
      [...gone, comes],
      [comes, ...gone],
    ])
      story
        .given(...life)
        .when(merge())
        .thenRejected(refused({ kind: 'sameClass', offeringId: 'o-1' } as never) as never)
  })
  test('and two again where somebody takes it back: each has what was recorded under its id', () => {
    story.given(merged).when(part).then(unmerged)
    story
      .given(merged, unmerged)
      .when(part)
      .thenRejected({ code: 'NotMerged', survivorId: 'ada-new', mergedId: 'ada-old' })
    story.given(merged, unmerged).when(merge()).then(merged)
    const lived = [completed('ada-old', 'o-1'), completed('ada-new', 'o-2'), merged, unmerged]
    expect(project(learnerRecord, lived)).toEqual(project(learnerRecord, lived.slice(0, 2)))
    expect(fold(whoIsWho, [merged, unmerged]).merges).toEqual([])
  })
})

describe('whatever is folded reads the survivor', () => {
  const lived = [
    completed('ada-old', 'o-1'),
    earned('ada-old', 'g-1', 10),
    earned('ada-new', 'g-2', 5),
  ] as const
  test('records, balances and views, in the free functions and in a ledger alike', () => {
    const log = [...lived, certified('ada-old'), merged]
    const ledger = createLedger(training)
    for (const event of log) {
      ledger.append([event as Event])
      ledger.project(learnerRecord)
    }
    for (const of of [learnerRecord, rewardAccount, enrolmentRecord, certificateRecord] as const)
      expect(ledger.project(of)).toEqual(project(of, log))
    expect(Object.keys(project(learnerRecord, log))).toEqual(['ada-new'])
    expect(project(certificateRecord, log)['c-ada-old']?.learnerId).toBe('ada-new')
  })
  test('obligations: what was done under either id is done', () => {
    const terms = {
      ...{ effectiveFrom: '2026-01-01', title: 'Fire', audience: { segments: [], roles: [] }, graceDays: 0 },
      ...{
        trigger: { on: 'hired' as const, dueWithinDays: 30 },
        recurrence: { kind: 'once' as const },
        purpose: 'x',
      },
    }
    const [one] = obligations({
      workforce: [{ learnerId: 'ada-new', hiredOn: '2020-01-01', segment: {} }],
      requirements: {
        fire: { status: 'established', courseId: 'fire', requires: 'course', versions: [terms] },
      },
      ...{ records: project(learnerRecord, [...lived, merged]), asOf: at, zone: 'UTC' },
    })
    expect(one?.state).toBe('current')
  })
  test('a view does not go on from before a merge: it says so', () => {
    const before = project(learnerRecord, lived)
    expect(() => project(learnerRecord, [merged], { from: before })).toThrow(
      'training-ops: project needs the whole log again once identities were merged or unmerged',
    )
    const views = createViews(learnerRecord)
    views.push(...lived)
    expect(() => views.push(merged)).toThrow('training-ops: createViews needs the whole log again')
    const knowing = createViews(learnerRecord)
    knowing.identify([merged])
    knowing.push(...lived, merged)
    expect(knowing.view(learnerRecord)).toEqual(project(learnerRecord, [...lived, merged]))
    const later = project(learnerRecord, [completed('ada-old', 'o-9')], {
      from: project(learnerRecord, [...lived, merged]),
      identities: [merged],
    })
    expect(Object.keys(later)).toEqual(['ada-new'])
  })
})

describe('whoever is asked decides for the survivor', () => {
  const command = (type: string, data: object, commandId = 'c-1') =>
    received(training, { type, data: { at, ...data }, metadata: { commandId } })
  const log = [earned('ada-old', 'g-1', 10), earned('ada-new', 'g-2', 5), merged] as readonly Event[]
  const redeem = (learnerId: string, points: number) =>
    command('RedeemPoints', { learnerId, redemptionId: 'r-1', amount: points, reward: 'book' })
  test('a balance is what both have, whichever id is named, and what happens is the survivor’s', () => {
    for (const learnerId of ['ada-old', 'ada-new']) {
      const verdict = training.decide(redeem(learnerId, 15), log)
      expect(isAccepted(verdict) && verdict.right).toMatchObject([{ data: { learnerId: 'ada-new' } }])
      expect(isRejected(training.decide(redeem(learnerId, 16), log))).toBe(true)
    }
  })
  test('a ledger that was asked before the merge knows of it after', () => {
    const ledger = createLedger(training, { events: log.slice(0, 2) })
    expect(isRejected(ledger.execute(redeem('ada-new', 15)))).toBe(true)
    ledger.append([merged as Event])
    expect(isAccepted(ledger.execute(redeem('ada-new', 15)))).toBe(true)
  })
  test('a boundary finds the merges first, then everything under every id, and its condition covers both', () => {
    const ledger = createLedger(training, { events: log })
    const asked = redeem('ada-new', 15)
    const { events, condition } = wholeBoundaryNow((found) => training.boundaryOf(asked, found), ledger.read)
    expect(events).toEqual(log)
    const verdict = training.decide(asked, events)
    expect(isAccepted(verdict)).toBe(true)
    ledger.append([earned('ada-old', 'g-3', 1) as Event])
    expect(ledger.append([], condition)).toBe(false)
  })
  test('a boundary read before a merge does not hold after it', () => {
    const ledger = createLedger(training, { events: log.slice(0, 2) })
    const { condition } = wholeBoundaryNow(
      (found) => training.boundaryOf(redeem('ada-new', 1), found),
      ledger.read,
    )
    ledger.append([merged as Event])
    expect(ledger.append([], condition)).toBe(false)
  })
  test('where nobody was merged, a store is asked once', () => {
    let reads = 0
    const ledger = createLedger(training, { events: log.slice(0, 2) })
    wholeBoundaryNow(
      (found) => training.boundaryOf(redeem('ada-new', 1), found),
      (query) => {
        reads++
        return ledger.read(query)
      },
    )
    expect(reads).toBe(1)
  })
  test('a deadline that was planned for the merged id is met for the survivor', () => {
    const done = completed('ada-old', 'o-1')
    const granting = catalogEvents.make.CourseVersionPublished({
      ...{ at, courseId: 'fire', version: 1, title: 'Fire', modality: 'classroom', totalMinutes: 60 },
      ...{ modules: [{ activity: 'theory', minutes: 60 }], completionRule: { require: 'all', of: [] } },
      ...{ prerequisiteIds: [], grants: { certificate: { validityMonths: 12 } } },
    } as never)
    const ledger = createLedger(training, { events: [granting, done] })
    ledger.advanceTo(at)
    ledger.append([merged as Event])
    ledger.advanceTo('2027-02-01T00:00:00.000Z')
    const reminded = ledger.events().filter(({ type }) => type === 'RenewalReminderSent')
    expect(reminded).toMatchObject([{ data: { learnerId: 'ada-new' } }])
  })
  test('nobody takes a second seat under the other id', () => {
    const log = [seat('ada-old', 'o-1', '2026-04-06'), merged] as readonly Event[]
    expect(fold(seatAllocation, log.slice(0, 1)).enrolled).toBe(1)
    expect(Object.keys(project(enrolmentRecord, log))).toEqual(['o-1 ada-new'])
  })
})

describe('a person is the same whichever id they ask by, or are named by', () => {
  const offeringId = 'o-1'
  const session = { ...(hours('2026-04-06')[0] as ReturnType<typeof hours>[0]), zone: 'UTC' }
  const scheduled = deliveryEvents.make.OfferingScheduled({
    ...{ at, offeringId, courseId: 'fire', courseVersion: 1, title: 'Fire', kind: 'course' },
    ...{ modality: 'classroom', sessions: [session], capacity: { min: 0 }, approval: 'required' as const },
    completionRule: { require: 'all', of: [] },
  })
  const of = { at, offeringId }
  const opened = [scheduled, deliveryEvents.make.EnrolmentOpened(of)]
  const asked = deliveryEvents.make.EnrolmentRequested({
    ...{ ...of, learnerId: 'ada-old', source: 'self', approval: 'required', basis: {} },
  })
  const answered = (type: string, data: object, actor: object, ...log: readonly unknown[]) => {
    const metadata = { commandId: 'c-1', actor }
    const verdict = training.decide(
      received(training, { type, data: { ...of, ...data }, metadata }),
      log as readonly Event[],
    )
    return isAccepted(verdict) ? 'accepted' : verdict.left.code
  }
  const request = (learnerId: string, id: string) =>
    answered('RequestEnrolment', { learnerId, source: 'self' }, { id, role: 'learner' }, ...opened, merged)
  test('they ask for themselves by either id, and nobody else does', () => {
    const ids = ['ada-new', 'ada-old']
    expect(ids.flatMap((learnerId) => ids.map((id) => request(learnerId, id)))).toEqual(
      Array(4).fill('accepted'),
    )
    expect(request('ada-new', 'bo')).toBe('NotAuthorized')
  })
  test('their own request is not approved, nor their own attendance recorded, under the other id', () => {
    const relations = ['reportsTo:ada-new', 'teaches:o-1']
    const approve = (learnerId: string, approvedBy: string, role = 'operations') =>
      answered(
        'ApproveEnrolment',
        { learnerId, approvedBy },
        { id: approvedBy, role, relations },
        ...[...opened, asked, merged],
      )
    expect(approve('ada-new', 'ada-old')).toBe('ApprovalRequired')
    expect(approve('ada-old', 'ada-new')).toBe('ApprovalRequired')
    expect(approve('ada-new', 'lin')).toBe('accepted')
    const present = { at: session.end, sessionId: 's-1', minutes: 60, status: 'present' }
    const byTrainer = (id: string) =>
      answered(
        'RecordAttendance',
        { learnerId: 'ada-new', ...present },
        { id, role: 'trainer', relations },
        ...[...opened, seat('ada-old', 'o-1', '2026-04-06'), merged],
      )
    expect([byTrainer('ada-old'), byTrainer('tom')]).toEqual(['NotAuthorized', 'accepted'])
  })
  test('two who were parted are two again', () => {
    expect(
      answered(
        'ApproveEnrolment',
        { learnerId: 'ada-old', approvedBy: 'ada-new' },
        { id: 'ada-new', role: 'operations' },
        ...[...opened, asked, merged, unmerged],
      ),
    ).toBe('accepted')
  })
})

test('a class is read by its own id, with every event that says who of its people are one', () => {
  const ledger = createLedger(training)
  ledger.append([merged as Event])
  const change = { at, offeringId: 'o-1', capacity: { min: 0, max: 9 } }
  const command = { type: 'ChangeCapacity' as const, data: change, metadata: { commandId: 'c-1' } }
  expect(ledger.read(training.boundaryOf(command)).events.map(({ type }) => type)).toEqual([
    'IdentitiesMerged',
  ])
})

test('what is known of merges grows by two entries for each, however many kinds of fields hold the ids', () => {
  const known = identitiesIn(
    Array.from({ length: 100 }, (_, nth) =>
      IdentitiesMerged({
        ...{ ...ofPeople, at, survivorId: `a-${nth}`, mergedId: `b-${nth}` },
        identityIds: [`a-${nth}`, `b-${nth}`],
      }),
    ),
  )
  expect(known.size).toBe(200 + 1 + ofPeople.alsoAs.length)
  for (const field of ['learnerId', 'respondentIds', 'approvedBy'])
    expect(idAs(known, field, 'b-7')).toBe('a-7')
  expect(idAs(known, 'courseId', 'b-7')).toBe('b-7')
})

test('two who answered one questionnaire about the same person, or about each other, are no one person', () => {
  const answer = (respondentId: string, learnerId: string, more: object = {}) =>
    evaluationEvents.make.ResponseSubmitted({
      ...{ at, administrationId: 'ad-1', respondentId, learnerId, programId: 'p-1', instrumentId: 'i-1' },
      ...{ version: 1, purpose: 'observation', role: 'peer', answers: [], ...more },
    } as never)
  const outOf = (respondentId: string, learnerId: string) =>
    evaluationEvents.make.ResponseInvalidated({
      ...{ at, administrationId: 'ad-1', respondentId, learnerId, programId: 'p-1', instrumentId: 'i-1' },
      ...{ purpose: 'observation', reason: 'Given twice' },
    } as never)
  const conflict = (kind: string) =>
    ({
      ...{ code: 'IdentitiesConflict', kinds: [kind], conflicts: [{ kind, administrationId: 'ad-1' }] },
    }) as never
  const twice = [answer('ada-new', 'bo'), answer('ada-old', 'bo')]
  const rejected = (kind: string, ...given: readonly Event[]) =>
    story
      .given(...given)
      .when(merge())
      .thenRejected(conflict(kind))
  rejected('sameAdministration', ...twice)
  rejected('sameAdministration', answer('bo', 'ada-new'), answer('bo', 'ada-old'))
  rejected('sameAdministration', answer('ada-new', 'ada-new'), answer('ada-old', 'ada-old'))
  rejected('ratedThemselves', answer('ada-old', 'ada-new'))
  const accepts = (...given: readonly Event[]) =>
    story
      .given(...given)
      .when(merge())
      .then(merged)
  accepts(...twice, outOf('ada-old', 'bo'))
  accepts(answer('ada-new', 'bo'), answer('ada-old', 'cy'), answer('bo', 'ada-new'), answer('cy', 'ada-old'))
  accepts(answer('ada-new', 'bo'), answer('ada-old', 'bo', { administrationId: 'ad-2' }))
})
