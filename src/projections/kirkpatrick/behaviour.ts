import { behaviourAdoption } from '../../metrics/index.ts'
import { countedResponses, type KirkpatrickFigure, toldOf } from './figure.ts'
import type { GivenResponse, KirkpatrickState } from './state.ts'

export type AdoptionRule = {
  /** From which part of the scale on a behaviour counts as adopted, in thousandths: 750 is 4 of 1 to 5. */
  readonly adoptedFrom: number
}

const isLookedAt = ({ purpose }: { readonly purpose: string }): boolean =>
  purpose === 'followUp' || purpose === 'observation'

const latestOfEach = (responses: readonly GivenResponse[]): readonly GivenResponse[] => {
  const latest = new Map<string, GivenResponse>()
  for (const response of responses) {
    const known = latest.get(response.learnerId)
    if (known === undefined || known.at <= response.at) latest.set(response.learnerId, response)
  }
  return [...latest.values()]
}

/** Level 3 (行为层): who does it on the job, by who was asked; a learner's last rating of each role counts. */
export const behaviourFigures = (
  program: KirkpatrickState,
  { adoptedFrom }: AdoptionRule,
): readonly KirkpatrickFigure[] => {
  const invited = Object.values({ ...program.responses, ...program.invited }).filter(isLookedAt)
  const responses = countedResponses(program).filter(isLookedAt)
  const k = Math.max(
    1,
    ...Object.values(program.asked)
      .filter(isLookedAt)
      .map((asked) => asked.k),
  )
  const hasAdopted = ({ administrationId, values }: GivenResponse): boolean => {
    let reached = 0
    let possible = 0
    for (const { itemId, scale, reverse, key } of program.asked[administrationId]?.items ?? []) {
      const value = values[itemId]
      if (value === undefined || key !== undefined) continue
      reached += reverse ? scale.max - value : value - scale.min
      possible += scale.max - scale.min
    }
    return possible > 0 && reached * 1000 >= adoptedFrom * possible
  }
  const roles = [...new Set(invited.map(({ role }) => role))].sort()
  return roles.map((role) => {
    const ratings = latestOfEach(responses.filter((response) => response.role === role))
    const eligible = new Set(invited.filter((one) => one.role === role).map(({ learnerId }) => learnerId))
    return {
      figure: `behaviourAdoption:${role}`,
      calculator: 'behaviourAdoption',
      level: 3,
      of: { role, adoptedFrom },
      result: toldOf(
        k,
        ratings.length,
        behaviourAdoption({
          adopted: ratings.filter(hasAdopted).length,
          observed: ratings.length,
          eligible: eligible.size,
        }),
      ),
    }
  })
}
