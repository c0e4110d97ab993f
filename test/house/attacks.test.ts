/** What a role could try through the standard permission table, and what it has to be able to do: as one matrix. */
import {
  type AnyProjection,
  assemble,
  type CommandOf,
  certificateRecord,
  courseRecord,
  createLedger,
  enrolmentRecord,
  gapHeatmap,
  isAccepted,
  isLeft,
  kirkpatrick,
  lifecycle,
  mayRead,
  offeringRecord,
  paymentRecord,
  planRecord,
  readPermissions,
  relationsOf,
  relationsToRead,
  seatAllocation,
} from 'training-ops'
import { describe, expect, test } from 'vitest'

const training = assemble(lifecycle, {}, { clock: { mayBackdate: ['operations'] } })
type C = CommandOf<typeof training>
type Data = Readonly<Record<string, unknown>>
const at = '2026-03-01T01:00:00.000Z'

/** Who teaches what, who reports to whom, who heads which department: as a host's directory knows it. */
const facts = ['li reportsTo:ada', 'mei teaches:o-1', 'li owns:sales', 'li owns:plan-1']

const aWorld = (now: () => string = () => at) => {
  const ledger = createLedger(training, { now })
  let asked = 0
  const ask = (type: C['type'], data: Data, as = 'office operations') => {
    const [id = '', role = ''] = as.split(' ')
    const command = { type, data: { at, ...data } }
    const relations = relationsOf(training.permissions, command, role).filter((one) =>
      facts.includes(`${id} ${one}`),
    )
    const metadata = { commandId: `c-${++asked}`, actor: { id, role, relations } }
    const received = training.receive({ ...command, metadata })
    const [own] = isLeft(received) ? [{ verdict: received }] : ledger.executeWithPolicies(received.right)
    const verdict = own?.verdict
    if (verdict === undefined) throw new Error('nothing was answered')
    if (isAccepted(verdict)) return verdict.right.map((event) => event.type).join(' ') || 'no effect'
    const { code, field } = verdict.left as { readonly code: string; readonly field?: string }
    return field === undefined ? code : `${code} ${field}`
  }
  const schedule = (offeringId: string, more: Data = {}) =>
    ask('ScheduleOffering', {
      ...{ offeringId, courseId: 'c', courseVersion: 1, title: 'T', modality: 'classroom' },
      sessions: [
        {
          sessionId: `s-${offeringId}`,
          start: '2026-04-06T01:00:00.000Z',
          end: '2026-04-06T09:00:00.000Z',
          zone: 'Asia/Shanghai',
        },
      ],
      capacity: { min: 1, max: 5 },
      completionRule: { require: 'all', of: [] },
      ...more,
    })
  return { ledger, ask, schedule }
}
const withAClass = (now?: () => string) => {
  const world = aWorld(now)
  world.schedule('o-1')
  world.ask('OpenEnrolment', { offeringId: 'o-1' })
  return world
}
const seat = { offeringId: 'o-1', learnerId: 'ada', source: 'self' }

describe('is refused', () => {
  test.each([
    [
      'a plan signed in another name',
      'ApprovePlan',
      { planId: 'plan-1', approvedBy: 'ghost' },
      'li manager',
      'approvedBy',
    ],
    [
      'a plan for a department of others',
      'DraftPlan',
      {
        planId: 'p',
        unitId: 'plant',
        title: 'P',
        period: { from: '2026-01-01', to: '2027-01-01' },
        draftedBy: 'li',
      },
      'li manager',
      'unitId',
    ],
    ['a seat for somebody else', 'RequestEnrolment', seat, 'eve learner', 'learnerId'],
    ['a seat as if assigned', 'RequestEnrolment', { ...seat, source: 'assigned' }, 'ada learner', 'source'],
    [
      'a place at the head of the list',
      'RequestEnrolment',
      { ...seat, priority: 1000 },
      'ada learner',
      'priority',
    ],
    [
      'courses nobody saw',
      'RequestEnrolment',
      { ...seat, completedCourses: ['basics'] },
      'ada learner',
      'completedCourses',
    ],
    [
      'a hiring day of one’s own',
      'RequestEnrolment',
      { ...seat, employment: { hiredOn: '2000-01-01' } },
      'ada learner',
      'employment',
    ],
    [
      'a seat for people of another manager',
      'RequestEnrolment',
      { ...seat, learnerId: 'bob', source: 'manager' },
      'li manager',
      'learnerId',
    ],
    [
      'approval by another manager',
      'ApproveEnrolment',
      { offeringId: 'o-1', learnerId: 'bob' },
      'li manager',
      'learnerId',
    ],
    [
      'an expense of somebody else',
      'ClaimExpense',
      {
        planId: 'p',
        claimId: 'k',
        lineId: 'l',
        claimantId: 'ada',
        category: 'travel',
        amount: { minor: 100, currency: 'CNY' },
        invoice: 'i-1',
      },
      'eve learner',
      'claimantId',
    ],
    [
      'a class one does not teach',
      'DeliverSession',
      { offeringId: 'o-1', sessionId: 's-o-1', actualStart: at, actualEnd: at },
      'mal trainer',
      'offeringId',
    ],
    [
      'attendance in a class one does not teach',
      'RecordAttendance',
      { offeringId: 'o-1', sessionId: 's-o-1', learnerId: 'ada', minutes: 480, status: 'present' },
      'mal trainer',
      'offeringId',
    ],
    [
      'one’s own attendance',
      'RecordAttendance',
      { offeringId: 'o-1', sessionId: 's-o-1', learnerId: 'mei', minutes: 480, status: 'present' },
      'mei trainer',
      'learnerId',
    ],
    [
      'one’s own result',
      'RecordResult',
      { offeringId: 'o-1', learnerId: 'mei', instrumentId: 'quiz', attempt: 1, scaled: 1000 },
      'mei trainer',
      'learnerId',
    ],
  ] as const)('%s', (_, type, data, as, field) => {
    const { ledger, ask } = withAClass()
    const before = ledger.events().length
    expect(ask(type, data, as)).toBe(`NotAuthorized ${field}`)
    expect(ledger.events().length).toBe(before)
  })
  test('a role the library does not know', () => {
    expect(withAClass().ask('CancelOffering', { offeringId: 'o-1', cause: 'other' }, 'x intern')).toBe(
      'NotAuthorized',
    )
  })
  test('what is said to have been before the deadline, when it is past', () => {
    let now = at
    const { ask, schedule } = aWorld(() => now)
    schedule('o-1', { withdrawalDeadline: '2026-04-01T00:00:00.000Z' })
    ask('SetEnrolmentTerms', { offeringId: 'o-1', lateWithdrawal: 'refused' })
    ask('OpenEnrolment', { offeringId: 'o-1' })
    ask('RequestEnrolment', seat, 'ada learner')
    now = '2026-04-03T00:00:00.000Z'
    const leave = { offeringId: 'o-1', learnerId: 'ada' }
    expect(ask('WithdrawEnrolment', { ...leave, at: now }, 'ada learner')).toBe('WithdrawalDeadlinePassed')
    expect(ask('WithdrawEnrolment', { ...leave, at: '2026-03-31T00:00:00.000Z' }, 'ada learner')).toBe(
      'InstantPast',
    )
    expect(ask('WithdrawEnrolment', { ...leave, at: '2026-05-01T00:00:00.000Z' }, 'ada learner')).toBe(
      'InstantAhead',
    )
    expect(ask('WithdrawEnrolment', { ...leave, at: '2026-03-31T00:00:00.000Z' })).toBe('LearnerWithdrew')
  })
})

describe('is no attack', () => {
  test('a seat for oneself, and a manager for their own people', () => {
    const { ask, ledger } = withAClass()
    expect(ask('RequestEnrolment', { ...seat, learnerId: 'eve' }, 'eve learner')).toBe('EnrolmentRequested')
    expect(ask('RequestEnrolment', { ...seat, source: 'manager' }, 'li manager')).toBe('EnrolmentRequested')
    expect(Object.values(ledger.project(enrolmentRecord)).length).toBe(2)
    expect(ask('WithdrawEnrolment', { offeringId: 'o-1', learnerId: 'ada' }, 'li manager')).toBe(
      'LearnerWithdrew',
    )
  })
  test('a class held and recorded by who teaches it', () => {
    let now = at
    const { ask, schedule } = aWorld(() => now)
    schedule('o-1')
    ask('OpenEnrolment', { offeringId: 'o-1' })
    ask('RequestEnrolment', seat, 'ada learner')
    ask('ConfirmOffering', { offeringId: 'o-1' })
    now = '2026-04-06T09:30:00.000Z'
    const held = { at: now, actualStart: '2026-04-06T01:00:00.000Z', actualEnd: '2026-04-06T09:00:00.000Z' }
    const session = { offeringId: 'o-1', sessionId: 's-o-1' }
    expect(ask('DeliverSession', { ...session, ...held }, 'mei trainer')).toContain('SessionDelivered')
    const present = { ...session, at: now, learnerId: 'ada', minutes: 480, status: 'present' }
    expect(ask('RecordAttendance', present, 'mei trainer')).toBe('AttendanceRecorded')
  })
  test('an expense of one’s own, a department’s plan by its head, words of others by training operations', () => {
    const { ask } = aWorld()
    const plan = {
      planId: 'plan-1',
      unitId: 'sales',
      title: 'P',
      period: { from: '2026-01-01', to: '2027-01-01' },
      draftedBy: 'li',
    }
    expect(ask('DraftPlan', plan, 'li manager')).toBe('PlanDrafted')
    const claim = {
      planId: 'plan-1',
      claimId: 'k',
      lineId: 'l',
      claimantId: 'eve',
      category: 'travel',
      amount: { minor: 100, currency: 'CNY' },
      invoice: 'i-1',
    }
    expect(ask('ClaimExpense', claim, 'eve learner')).not.toContain('NotAuthorized')
    expect(
      ask('RateResource', {
        resourceId: 'r',
        ratedBy: 'ada',
        score: 5,
        scale: { min: 1, max: 5 },
        offeringId: 'o-1',
      }),
    ).not.toContain('NotAuthorized')
  })
})

test('whoever signs a command signs in their own name, unless their row says otherwise', () => {
  const signed = lifecycle.flatMap(({ decisions }) =>
    decisions.flatMap(({ command }) =>
      Object.keys((command.schema as unknown as { readonly shape: object }).shape)
        .filter((field) => field.endsWith('By'))
        .map((field) => ({ type: command.type as string, field })),
    ),
  )
  expect(signed.length).toBeGreaterThan(20)
  const open = signed.flatMap(({ type, field }) => {
    const permits = training.permissions[type] ?? 'anyone'
    if (permits === 'anyone') return [`${type}: anyone`]
    return permits.flatMap((permit) =>
      typeof permit !== 'string' && permit.names?.includes(field) ? [`${type}.${field}: ${permit.role}`] : [],
    )
  })
  expect(open).toEqual([
    'AssessCompetency.assessedBy: operations',
    'RateResource.ratedBy: operations',
    'RecordBenefitEstimate.estimatedBy: operations',
  ])
})

describe('reading', () => {
  /** What somebody sees of a world in which ada has a seat in o-1 and a certificate, and bob has neither. */
  const see = (projection: AnyProjection, subject: string | undefined, as: string) => {
    const [id = '', role = ''] = as.split(' ')
    const state = subject === undefined ? undefined : states[projection.name]?.[subject]
    const what = { view: projection, ...(subject === undefined ? {} : { subject }), state }
    const asked = relationsToRead(readPermissions, what, role)
    return mayRead(readPermissions, what, {
      id,
      role,
      relations: asked.filter((one) => facts.includes(`${id} ${one}`)),
    })
  }
  const states: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    certificateRecord: { 'cert-1': { learnerId: 'ada', status: 'valid' } },
    enrolmentRecord: { 'o-1 ada': { status: 'enrolled', approvedBy: 'li' } },
  }
  test.each([
    ['the enrolment of another', enrolmentRecord, 'o-1 ada', 'eve learner'],
    ['everybody’s enrolments', enrolmentRecord, undefined, 'ada learner'],
    ['one’s own name hidden in another’s subject', enrolmentRecord, 'ada bob', 'ada learner'],
    ['a subject that ends like one’s own', enrolmentRecord, 'o-1 bob ada', 'ada learner'],
    ['people of another manager', enrolmentRecord, 'o-1 bob', 'li manager'],
    ['all people, by a manager of some', enrolmentRecord, undefined, 'li manager'],
    ['a class one does not teach', enrolmentRecord, 'o-2 ada', 'mei trainer'],
    ['the certificate of another', certificateRecord, 'cert-1', 'eve learner'],
    ['a certificate that is not there', certificateRecord, 'cert-9', 'ada learner'],
    ['a certificate, by who teaches', certificateRecord, 'cert-1', 'mei trainer'],
    ['the seats of a class, by a learner in it', seatAllocation, 'o-1', 'ada learner'],
    ['incidents of a class', offeringRecord, 'o-1', 'ada learner'],
    ['money paid to another', paymentRecord, 'tom', 'mei trainer'],
    ['a plan of another department', planRecord, 'plan-2', 'li manager'],
    ['levels of everybody', gapHeatmap, undefined, 'li manager'],
    ['answers of a study', kirkpatrick, 'p-1', 'mei trainer'],
    ['anything, by a role that is not known', courseRecord, undefined, 'x intern'],
  ] as const)('%s is refused', (_, projection, subject, as) => {
    expect(see(projection, subject, as)).toBe(false)
  })
  test.each([
    ['one’s own enrolment', enrolmentRecord, 'o-1 ada', 'ada learner'],
    ['one’s own people', enrolmentRecord, 'o-1 ada', 'li manager'],
    ['people of one’s own class', enrolmentRecord, 'o-1 bob', 'mei trainer'],
    ['one’s own certificate', certificateRecord, 'cert-1', 'ada learner'],
    ['a certificate of one’s own people', certificateRecord, 'cert-1', 'li manager'],
    ['one’s own class with its incidents', offeringRecord, 'o-1', 'mei trainer'],
    ['money paid to oneself', paymentRecord, 'mei', 'mei trainer'],
    ['one’s own plan', planRecord, 'plan-1', 'li manager'],
    ['courses', courseRecord, undefined, 'ada learner'],
    ['everything, by training operations', enrolmentRecord, undefined, 'x operations'],
    ['what nobody else reads, by the system', { name: 'log', by: [] } as never, undefined, 'host system'],
  ] as const)('%s is shown', (_, projection, subject, as) => {
    expect(see(projection, subject, as)).toBe(true)
  })
  test('what the table does not name nobody reads but the system', () => {
    for (const role of ['operations', 'learner', '__proto__', 'constructor'])
      for (const name of ['mine', '__proto__', 'constructor'])
        expect(mayRead(readPermissions, { view: { name, by: [] } }, { id: 'x', role })).toBe(false)
  })
})
