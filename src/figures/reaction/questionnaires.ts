import type { Item, Purpose, UnscaledItem } from '../../evaluation/events.ts'
import type { GivenResponse, KirkpatrickState } from '../../records/study/evidence.ts'
import { type CountedResponse, countedResponses, minimumGroupSizeOf } from '../kirkpatrick/figure.ts'

/** All that was answered to one version of an instrument about the training itself, by whichever class. */
export type Questionnaire = {
  readonly name: string
  /** Those on a scale. */
  readonly items: readonly Item[]
  /** Those answered with options, words or a number. */
  readonly unscaled: readonly UnscaledItem[]
  readonly k: number
  readonly administrations: readonly string[]
  /** A respondent had been asked, in whichever order the events came. */
  readonly invited: number
  readonly responses: readonly CountedResponse[]
}

/** How many were asked in one administration. */
export const invitedTo = (program: KirkpatrickState, administrationId: string): number => {
  const asked = Object.entries(program.invited).filter(([, one]) => one.administrationId === administrationId)
  const known = new Set(asked.map(([key]) => key))
  const unheard = Object.entries(program.responses).filter(
    ([key, { administrationId: of, respondentId }]) =>
      of === administrationId && respondentId !== undefined && !known.has(key),
  )
  const anonymous = Object.values(program.responses).filter(
    ({ administrationId: of, respondentId }) => of === administrationId && respondentId === undefined,
  )
  return Math.max(asked.length + unheard.length, anonymous.length)
}

export const questionnairesOf = (
  program: KirkpatrickState,
  purposes: readonly Purpose[] = ['reaction', 'pulse'],
): readonly Questionnaire[] => {
  const responses = countedResponses(program)
  const byVersion = new Map<
    string,
    Pick<Questionnaire, 'items' | 'unscaled'> & { administrations: string[] }
  >()
  for (const [administrationId, asked] of Object.entries(program.asked)) {
    const { instrumentId, version, purpose, items, unscaled } = asked
    if (!purposes.includes(purpose)) continue
    const name = `${instrumentId}/${version}`
    const known = byVersion.get(name)
    if (known === undefined) byVersion.set(name, { items, unscaled, administrations: [administrationId] })
    else known.administrations.push(administrationId)
  }
  return [...byVersion].map(([name, { items, unscaled, administrations }]) => ({
    name,
    items,
    unscaled,
    administrations,
    k: Math.max(...administrations.map((one) => minimumGroupSizeOf(program, one))),
    invited: administrations.reduce((sum, one) => sum + invitedTo(program, one), 0),
    responses: responses.filter((one) => administrations.includes(one.administrationId)),
  }))
}

/** The answer as agreement: a question put the other way round is turned. */
export const agreement = ({ itemId, scale, reverse }: Item, { values }: GivenResponse): number | null => {
  const value = values[itemId]
  if (value === undefined) return null
  return reverse ? scale.min + scale.max - value : value
}

export const isOpinion = ({ key, maxScore }: Item): boolean => key === undefined && maxScore === undefined

/** Opinions of one scale, which may be put together. */
export type Scaled = { readonly scale: { min: number; max: number }; readonly items: readonly Item[] }

export const byScale = (items: readonly Item[]): readonly Scaled[] => {
  const scales = new Map(items.map(({ scale }) => [`${scale.min} to ${scale.max}`, scale]))
  return [...scales.values()].map((scale) => ({
    scale,
    items: items.filter((item) => item.scale.min === scale.min && item.scale.max === scale.max),
  }))
}
