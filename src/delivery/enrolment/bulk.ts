import { courseEquivalents } from '../../catalog/equivalence/status.ts'
import {
  type Advisory,
  accepted,
  advised,
  defineDecision,
  eachOf,
  evolve,
  refusedBy,
} from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { offering } from '../offering/state.ts'
import { deliverySettings } from '../settings.ts'
import { learnerCalendar } from './calendar.ts'
import { itTakesPeople, mayComeIn, nobodyComesInTwice, sinceWhen } from './eligibility-rules.ts'
import { learningHistory } from './history.ts'
import { seatAllocation } from './seat-allocation.ts'
import { placeGiven } from './seat-rules.ts'
import { enrolment } from './state.ts'
import { enrolmentTerms } from './terms.ts'

const events = deliveryEvents.make
const idsOf = (learners: readonly { readonly learnerId: string }[]) =>
  learners.map(({ learnerId }) => learnerId)

type Led = ReturnType<typeof placeGiven>[number] | ReturnType<typeof events.EnrolmentRequested>
type Answer = 'enrolled' | 'waitlisted' | 'requested'
const answerOf = (last: Led | undefined): Answer => {
  if (last?.type === 'LearnerEnrolled') return 'enrolled'
  return last?.type === 'LearnerWaitlisted' ? 'waitlisted' : 'requested'
}

/** Each of many is answered by the rules of asking, one after the other, with the seats as those before have left them. */
export const enrolLearners = defineDecision({
  command: commands.EnrolLearners,
  reads: {
    offering,
    enrolmentTerms,
    seatAllocation,
    enrolments: eachOf(enrolment, 'learners', idsOf),
    calendars: eachOf(learnerCalendar, 'learners', idsOf),
    histories: eachOf(learningHistory, 'learners', idsOf),
    courseEquivalents,
  },
  settings: deliverySettings,
  decide: ({ at, offeringId, source, learners }, state, settings) => {
    const { offering, enrolmentTerms, courseEquivalents } = state
    const refused = itTakesPeople({ at, source }, offering, offeringId, 'EnrolLearners')
    if (refused !== undefined) return refused
    const approval = offering.approval === 'required' ? 'required' : 'given'
    const happened: Led[] = []
    const rejections: Advisory[] = []
    const statuses = new Map<string, Parameters<typeof nobodyComesInTwice>[1]>()
    let seats = state.seatAllocation
    const answers = learners.map(({ employment, completedCourses, competencies, ...person }) => {
      const { learnerId } = person
      const who = { ...person, at, offeringId, source, since: sinceWhen(offering, at) }
      const basis = given({ employment, completedCourses, competencies })
      const into = {
        offering,
        enrolmentTerms,
        seatAllocation: seats,
        learnerCalendar: state.calendars[learnerId] ?? learnerCalendar.initial(),
        learningHistory: state.histories[learnerId] ?? learningHistory.initial(),
        courseEquivalents,
      }
      const before = statuses.get(learnerId) ?? state.enrolments[learnerId] ?? enrolment.initial()
      const rejection =
        refusedBy(nobodyComesInTwice(learnerId, before)) ?? mayComeIn(who, basis, into, settings)
      if (rejection !== undefined) {
        rejections.push({ code: 'EnrolmentRefused', learnerId, rejection: rejection.left })
        return { learnerId, answer: 'refused' as const, because: rejection.left.code as string }
      }
      const { since: _, ...asks } = who
      const led: Led[] = [events.EnrolmentRequested({ ...asks, approval, basis })]
      if (approval === 'given') led.push(...placeGiven(who, into, settings))
      for (const event of led) seats = evolve(seatAllocation, seats, event)
      const place = led.findLast(({ data }) => 'offeringId' in data && data.offeringId === offeringId)
      const answer = answerOf(place)
      statuses.set(learnerId, { status: answer })
      happened.push(...led)
      return { learnerId, answer }
    })
    const answered = events.BulkEnrolmentAnswered({ at, offeringId, source, answers })
    return advised(accepted(...happened, answered), ...rejections)
  },
})
