/** Law: nothing happens any more to an offering that never was, whatever is asked of it and whenever it was voided. */
import { assemble, createLedger, isAccepted, lifecycle } from 'training-ops'
import { expect, test } from 'vitest'
import { enrolmentCommands } from '../../src/delivery/commands/enrolment.ts'
import { offeringCommands } from '../../src/delivery/commands/offering.ts'
import { received } from '../received.ts'
import { at, monday, schedule, tuesday } from './an-offering.ts'

const training = assemble(lifecycle, {}, { trusted: true })
const of = { offeringId: 'o-1' }
const ada = { ...of, learnerId: 'ada' }
const bob = { ...of, learnerId: 'bob' }
const day = '2026-04-06T02:00:00.000Z'
const end = '2026-04-20T01:00:00.000Z'
const why = { correctedBy: 'lin', reason: 'The list says otherwise' }
const held = (session: typeof monday, to = session.end) => ({
  ...{ ...of, at: to, sessionId: session.sessionId, actualStart: session.start, actualEnd: to },
})
const extra = {
  ...tuesday,
  sessionId: 'extra',
  start: '2026-04-08T01:00:00.000Z',
  end: '2026-04-08T09:00:00.000Z',
}
const incident = { ...of, kind: 'venue' }
const came = { ...ada, at: tuesday.end, sessionId: monday.sessionId, status: 'present' }
const seen = { ...of, at: tuesday.end, sessionId: monday.sessionId, kind: 'question' }
const twice = ['tom', 'tea']

/** One life of a class, with every command about it: each is accepted where it stands. */
const life: readonly (readonly [type: string, data: object])[] = [
  ...twice.map(
    (resourceId) => ['RegisterResource', { resourceId, kind: 'trainer', title: resourceId }] as const,
  ),
  ['ScheduleOffering', { ...schedule, offeringId: 'o-2', sessions: [extra], kind: 'knowledgeSharing' }],
  ['OpenEnrolment', { offeringId: 'o-2' }],
  [
    'ScheduleOffering',
    {
      ...schedule,
      kind: 'knowledgeSharing',
      capacity: { min: 1, max: 4 },
      approval: 'required',
      enrolmentCloses: undefined,
      withdrawalDeadline: undefined,
    },
  ],
  [
    'SetEnrolmentTerms',
    { ...of, waitlist: 'lottery', seatOfferHours: 48, prework: { materials: ['Reader'], daysBefore: 0 } },
  ],
  ['SetPrerequisites', { ...of, courses: [] }],
  ['SetStagePrerequisites', { ...of, stages: [] }],
  ['AnnounceOffering', of],
  ['PlanTask', { ...of, taskId: 't-1', artefact: 'slides', owner: 'it', dueAt: day }],
  ['RemindTask', { ...of, taskId: 't-1' }],
  ['AssignTrainer', { ...of, trainerId: 'tom' }],
  ['BriefTrainer', { ...of, trainerId: 'tom' }],
  ['ReportTrainerPreparation', { ...of, trainerId: 'tom', percent: 50 }],
  ['RemindTrainers', { ...of, starts: monday.start }],
  ['CheckReadiness', { ...of, starts: monday.start }],
  ['CompleteTask', { ...of, taskId: 't-1' }],
  ['PlanTask', { ...of, taskId: 't-2', artefact: 'slides', owner: 'it', dueAt: day }],
  ['WaiveTask', { ...of, taskId: 't-2', reason: 'online' }],
  ['ReplaceTrainer', { ...of, trainerId: 'tom', replacementId: 'tea', sessionIds: [monday.sessionId] }],
  ['UnassignTrainer', { ...of, trainerId: 'tom' }],
  ['OpenEnrolment', of],
  ['RequestEnrolment', { ...ada, source: 'self' }],
  ['ApproveEnrolment', { ...ada, approvedBy: 'lin' }],
  ['RequestEnrolment', { ...of, learnerId: 'dot', source: 'self' }],
  ['DeclineEnrolment', { ...of, learnerId: 'dot', declinedBy: 'lin', reason: 'Not now' }],
  [
    'EnrolLearners',
    { ...of, source: 'assigned', learners: ['bob', 'cyd', 'eve'].map((learnerId) => ({ learnerId })) },
  ],
  ['ApproveEnrolment', { ...bob, approvedBy: 'lin' }],
  ['ChangeJoining', { ...ada, joins: 'onSite' }],
  ['ApproveEnrolment', { ...of, learnerId: 'cyd', approvedBy: 'lin' }],
  ['ApproveEnrolment', { ...of, learnerId: 'eve', approvedBy: 'lin' }],
  ['CloseEnrolmentWindow', of],
  ['DrawLottery', { ...of, seed: 'beacon' }],
  ['AcceptSeatOffer', ada],
  ['AcceptSeatOffer', bob],
  ['DeclineSeatOffer', { ...of, learnerId: 'cyd' }],
  ['WithdrawEnrolment', { ...of, learnerId: 'eve' }],
  ['ChangeCapacity', { ...of, capacity: { min: 1, max: 3 } }],
  ['SendPrework', ada],
  ['AcknowledgePrework', ada],
  ['AddSession', { ...of, session: extra }],
  ['RescheduleSession', { ...of, session: { ...extra, end: '2026-04-08T08:00:00.000Z' } }],
  ['RemindLearners', { ...of, sessionId: extra.sessionId, starts: extra.start }],
  ['CancelSession', { ...of, sessionId: 'extra', reason: 'Not needed' }],
  ['ConfirmOffering', of],
  ['DeliverSession', held(monday)],
  [
    'AdmitLearner',
    {
      ...of,
      at: tuesday.start,
      learnerId: 'wim',
      source: 'lateJoiner',
      sessionId: tuesday.sessionId,
      admittedBy: 'lin',
    },
  ],
  ['DeliverSession', held(tuesday)],
  ['ReportIncident', { ...incident, incidentId: 'i-1' }],
  ['CorrectIncident', { ...incident, incidentId: 'i-1', ...why, kind: 'platform' }],
  ['ResolveIncident', { ...of, incidentId: 'i-1' }],
  ['RetractIncident', { ...of, incidentId: 'i-1', ...why }],
  ['RecordInteraction', { ...seen, observed: { count: 3 } }],
  ['CorrectInteraction', { ...seen, ...why, was: { count: 3 }, observed: { count: 4 } }],
  ['RecordAttendance', { ...came, minutes: 400 }],
  ['CorrectAttendance', { ...came, ...why, minutes: 480 }],
  ['RecordModuleDone', { ...ada, module: 'reading' }],
  ['RecordResponse', { ...ada, instrumentId: 'form' }],
  ['RecordResult', { ...ada, instrumentId: 'test', attempt: 1, scaled: 700 }],
  ['CorrectResult', { ...ada, ...why, instrumentId: 'test', attempt: 1, scaled: 800 }],
  ['RetractProgress', { ...ada, ...why, retracted: { kind: 'module', module: 'reading' } }],
  ['WaiveRequirement', { ...ada, waives: ['attendance'], grounds: 'equivalent', waivedBy: 'lin' }],
  ['CloseEnrolment', { ...bob, at: end }],
  ['CorrectDelivery', { ...of, ...why, at: end, sessionId: monday.sessionId, trainerIds: ['tom'] }],
  ['CompleteOffering', { ...of, at: end }],
]
/** What is asked only by policy, and what needs a life of its own. */
const others: typeof life = [
  ['ReassessCompletion', { ...ada, at: end }],
  ['LapseSeatOffer', { ...of, learnerId: 'cyd', until: day, at: end }],
  ['EndWaiting', { ...of, learnerId: 'cyd', at: end }],
  ['PassEnrolmentDeadline', { ...of, at: end }],
  ['CancelOffering', { ...of, cause: 'other' }],
  ['TransferEnrolment', { ...ada, toOfferingId: 'o-2', source: 'assigned' }],
  ['TransferEnrolment', { ...ada, offeringId: 'o-2', toOfferingId: 'o-1', source: 'assigned' }],
]
const anew = ([type, data]: (typeof life)[number], n: string | number) =>
  received(training, { type, data: { at, ...data }, metadata: { commandId: `c-${n}` } })
const voiding = ['VoidOffering', { ...of, ...why, at: end }] as const

const lived = (upTo: number, ...more: typeof life) => {
  const ledger = createLedger(training)
  const told = [...life.slice(0, upTo), ...more].map(
    (one, n) => ledger.executeWithPolicies(anew(one, n))[0]?.verdict,
  )
  return { ledger, told }
}

test('the life of the law holds every command about an offering, and each happens', () => {
  const names = new Set([...life, ...others, voiding].map(([type]) => type))
  const missing = Object.keys({ ...offeringCommands, ...enrolmentCommands }).filter((one) => !names.has(one))
  expect(missing).toEqual(['CancelEnrolment'])
  const { told } = lived(life.length)
  const nothing = life.filter((_, nth) => {
    const verdict = told[nth]
    return verdict === undefined || !isAccepted(verdict) || verdict.right.length === 0
  })
  expect(nothing.map(([type], nth) => [type, told[life.indexOf(nothing[nth] as never)]])).toEqual([])
})

const stages = life.flatMap(([type, data], nth) =>
  'offeringId' in data &&
  data.offeringId === 'o-1' &&
  [
    'SetStagePrerequisites',
    'OpenEnrolment',
    'ChangeJoining',
    'ChangeCapacity',
    'AcknowledgePrework',
    'ConfirmOffering',
    'ReportIncident',
    'WaiveRequirement',
    'CompleteOffering',
  ].includes(type)
    ? [nth + 1]
    : [],
)
test.each(stages)('voided after %i steps of its life, nothing more happens to it', (upTo) => {
  const { ledger } = lived(upTo)
  const gap = createLedger(training, { events: ledger.events() })
  gap.execute(anew(voiding, 'void'))
  ledger.executeWithPolicies(anew(voiding, 'void'))
  const happened = [gap, ledger].flatMap(({ events }, nth) =>
    [...life, ...others]
      .filter(([, data]) => Object.values(data).includes('o-1'))
      .flatMap((one) => {
        const verdict = training.decide(anew(one, 'x'), events())
        return isAccepted(verdict) && verdict.right.length > 0
          ? [`${nth === 0 ? 'before' : 'after'} what follows: ${one[0]}`]
          : []
      }),
  )
  expect(happened).toEqual([])
})
