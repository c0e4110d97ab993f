import type { DeliveryEvent } from '../delivery/events.ts'
import { intent, policies } from '../kernel/index.ts'
import { derivedId } from '../vocabulary/index.ts'
import { cultureCommands as commands } from './commands.ts'
import { rewardsOfVersion } from './known.ts'
import { cultureSettings } from './settings.ts'

const policy = policies<DeliveryEvent>()

/** Who completes a course earns its points, or the organisation's usual ones where it names none. */
export const whoCompletesEarnsPoints = policy({
  name: 'whoCompletesEarnsPoints',
  when: 'EnrolmentCompleted',
  reads: { rewardsOfVersion },
  settings: cultureSettings,
  follows: (completed, { rewardsOfVersion }, { pointsPerCompletion }) => {
    const { at, offeringId, learnerId, courseId, courseVersion } = completed
    const points = rewardsOfVersion.grants[courseVersion]?.points ?? pointsPerCompletion
    if (points === 0) return []
    const grantId = derivedId(offeringId, learnerId, 'points')
    return [
      intent(commands.GrantPoints, {
        at,
        grantId,
        learnerId,
        source: 'completion',
        courseId,
        offeringId,
        points,
      }),
    ]
  },
})

/** Who completes a course that gives credit earns it. */
export const whoCompletesEarnsCredit = policy({
  name: 'whoCompletesEarnsCredit',
  when: 'EnrolmentCompleted',
  reads: { rewardsOfVersion },
  follows: ({ at, offeringId, learnerId, courseId, courseVersion }, { rewardsOfVersion }) => {
    const creditHundredths = rewardsOfVersion.grants[courseVersion]?.creditHundredths ?? 0
    if (creditHundredths === 0) return []
    const grantId = derivedId(offeringId, learnerId, 'credit')
    return [
      intent(commands.GrantCredit, {
        at,
        grantId,
        learnerId,
        source: 'completion',
        courseId,
        offeringId,
        creditHundredths,
      }),
    ]
  },
})
