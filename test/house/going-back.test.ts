/**
 * Going back in a lifecycle (landscape, item 6): a step that was taken is not taken again later. Lives of every kind
 * are lived step by step; after each step, everything asked before is asked once more, and nothing happens.
 */
import { type AnyEvent, assemble, type CommandOf, isAccepted, lifecycle } from 'training-ops'
import { describe, expect, test } from 'vitest'
import * as the from '../delivery/an-offering.ts'
import * as framework from '../needs/an-assessment.ts'
import * as plan from '../planning/a-plan.ts'
import * as a from '../planning/a-program.ts'

const training = assemble(lifecycle, {}, { trusted: true })
type Asked = CommandOf<typeof training>
type Step = { readonly type: string; readonly data: object; readonly mayRecur?: true }
type Life = { readonly given?: readonly AnyEvent[]; readonly steps: readonly Step[] }

const step = (type: string, data: object): Step => ({ type, data })
/** May be taken again while the life lasts, and not after. */
const recurring = (type: string, data: object): Step => ({ type, data, mayRecur: true })

const { at, here: ofPlan } = plan
const line = { ...plan.line('l-1'), needIds: ['n-1'] }
const planning = [
  step('DraftPlan', plan.draft),
  step('AddPlanLine', line),
  step('SubmitPlan', { ...ofPlan, submittedBy: 'mei' }),
  step('ApprovePlan', { ...ofPlan, approvedBy: 'chen' }),
]
const proposing = [
  recurring('SubmitProgram', { ...a.here, submittedBy: 'mei' }),
  recurring('ReturnProgram', { ...a.here, returnedBy: 'chen', reasons: ['Too dear.'] }),
  recurring('SubmitProgram', { ...a.here, submittedBy: 'mei' }),
]
const approving = [
  ...proposing.slice(2).map(({ type, data }) => step(type, data)),
  recurring('ConfirmBusinessFit', { ...a.here, confirmedBy: 'sales-lead' }),
  step('ApproveProgram', { ...a.here, approvedBy: 'chen' }),
  step('LaunchProgram', a.here),
]
const { offeringId, monday, tuesday, schedule } = the
const ofClass = { at: the.at, offeringId }
const enrolling = [
  step('ScheduleOffering', schedule),
  recurring('AnnounceOffering', { ...ofClass, channel: 'mail', audience: {} }),
  step('OpenEnrolment', ofClass),
]
const attempt = { ...ofClass, learnerId: 'ada' }
const asking = step('RequestEnrolment', the.request('ada'))
const delivering = [monday, tuesday].map(({ sessionId, start, end }) =>
  step('DeliverSession', { at: end, offeringId, sessionId, actualStart: start, actualEnd: end }),
)
const after = tuesday.end
const course = { at, courseId: 'selling' }
const content = {
  title: 'Selling',
  modules: [{ activity: 'theory', minutes: 90 }],
  prerequisiteIds: [],
  completionRule: { require: 'all', of: [] },
  grants: {},
  modality: 'classroom',
}
const zhou = { at, resourceId: 'zhou' }
const assessing = framework.here
const talk = { at, liaisonReviewId: 'lr-1' }
const scheduling = step('ScheduleLiaisonReview', {
  ...talk,
  unitId: 'sales',
  dueAt: '2026-01-31T01:00:00.000Z',
  zone: 'UTC',
})

const lives: Readonly<Record<string, Life>> = {
  'a plan': { given: plan.needed, steps: [...planning, step('ClosePlan', ofPlan)] },
  'a program that is sent back and completed': {
    given: a.complete,
    steps: [
      ...proposing.slice(0, 2),
      ...approving,
      recurring('SuspendProgram', { ...a.here, reason: 'Peak season.' }),
      recurring('ResumeProgram', a.here),
      step('CompleteProgram', a.here),
      step('ArchiveProgram', a.here),
    ],
  },
  'a program that is cancelled': {
    given: a.complete,
    steps: [...approving, step('CancelProgram', { ...a.here, reason: 'The market closed.' })],
  },
  'a class that is held': {
    steps: [
      ...enrolling,
      asking,
      step('ApproveEnrolment', { ...attempt, approvedBy: 'boss' }),
      step('CloseEnrolmentWindow', ofClass),
      step('ConfirmOffering', ofClass),
      ...delivering,
      step('CompleteOffering', { at: after, offeringId }),
    ],
  },
  'a class that is cancelled': {
    steps: [...enrolling, step('CancelOffering', { ...ofClass, cause: 'other' })],
  },
  'an attempt that is closed': {
    given: [...the.open],
    steps: [
      asking,
      step('ApproveEnrolment', { ...attempt, approvedBy: 'boss' }),
      step('ConfirmOffering', ofClass),
      ...delivering,
      step('RecordAttendance', {
        ...attempt,
        at: after,
        sessionId: monday.sessionId,
        minutes: 480,
        status: 'present',
      }),
      step('CompleteOffering', { at: after, offeringId }),
      step('CloseEnrolment', { ...attempt, at: after }),
    ],
  },
  'an attempt that is declined, before it is asked for anew': {
    given: [
      the.happened.OfferingScheduled({ ...schedule, approval: 'required' }),
      the.open[1],
      the.happened.EnrolmentRequested({ ...the.request('ada'), approval: 'required', basis: {} }),
    ],
    steps: [step('DeclineEnrolment', { ...attempt, declinedBy: 'boss', reason: 'No.' })],
  },
  'a course': {
    steps: [
      step('DraftCourse', { ...course, title: 'Selling' }),
      step('PublishCourseVersion', { ...course, version: 1, ...content }),
      recurring('ReviseCourse', { ...course, reason: 'New cases.' }),
      step('PublishCourseVersion', { ...course, version: 2, ...content }),
      step('RetireCourse', course),
    ],
  },
  'a resource': {
    steps: [
      step('RegisterResource', { ...zhou, kind: 'trainer', title: 'Zhou' }),
      recurring('NominateTrainer', { ...zhou, nominatedBy: 'mei' }),
      recurring('QualifyTrainer', { ...zhou, courseIds: ['selling'], level: 'senior' }),
      recurring('AppointTrainer', { ...zhou, appointedBy: 'mei' }),
      recurring('SuspendResource', { ...zhou, reason: 'On leave' }),
      recurring('ReinstateResource', zhou),
      step('RetireResource', zhou),
    ],
  },
  'a needs assessment': {
    steps: [
      step('OpenNeedsAssessment', framework.opening),
      step('RecordNeedEvidence', framework.seen('e-1')),
      step('IdentifyNeed', framework.need('n-1')),
      recurring('PrioritizeNeeds', {
        ...assessing,
        method: framework.weighted(framework.rated('n-1', 5, 4)),
      }),
      step('PublishNeedsReport', assessing),
      step('CloseNeedsAssessment', assessing),
    ],
  },
  'a talk that is held': { steps: [scheduling, step('HoldLiaisonReview', talk)] },
  'a talk that is cancelled': {
    steps: [scheduling, step('CancelLiaisonReview', { ...talk, reason: 'The unit was closed.' })],
  },
}

describe('going back in a lifecycle is refused', () => {
  test.each(Object.entries(lives))('%s', (_name, { given = [], steps }) => {
    const log: AnyEvent[] = [...given]
    let asked = 0
    const ask = ({ type, data }: Step) => {
      const command = { type, data, metadata: { commandId: `c-${++asked}` } } as unknown as Asked
      return training.decide(command, log as never)
    }
    steps.forEach((taken, position) => {
      const verdict = ask(taken)
      if (!isAccepted(verdict)) expect(verdict.left, `${taken.type} is taken`).toBeUndefined()
      else log.push(...verdict.right)
      const isOver = position === steps.length - 1
      for (const past of steps.slice(0, position + 1).filter(({ mayRecur }) => isOver || !mayRecur)) {
        const again = ask(past)
        if (isAccepted(again)) expect(again.right, `${past.type} again, after ${taken.type}`).toEqual([])
        else expect(again.left.code).not.toBe('InvalidCommand')
      }
    })
  })
})
