/** Plain data as an analyst would hand it over, with few names so that they meet. */
import fc from 'fast-check'
import { type EnrolmentStatus, funnelStages } from 'training-ops/metrics'

export const count = fc.nat({ max: 5_000 })
export const id = fc.constantFrom('an', 'bo', 'cy', 'di', 'eve')
const ids = fc.array(id, { maxLength: 6 })
export const day = fc.integer({ min: 1, max: 31 }).map((date) => `2026-01-${String(date).padStart(2, '0')}`)
export const headcount = fc.oneof(
  count,
  fc.double({ min: 0, max: 5_000, noNaN: true }).filter(isRepresentable),
)
const currency = fc.constantFrom('EUR', 'CNY')

function isRepresentable(value: number): boolean {
  return value === 0 || value > 1e-9
}

/** Leaves keys out rather than setting them to undefined, as exported records do. */
const sparse = <Fields extends Record<string, unknown>, Required extends keyof Fields>(
  fields: { [Name in keyof Fields]: fc.Arbitrary<Fields[Name]> },
  requiredKeys: Required[],
) => fc.record(fields, { requiredKeys })

export const partOf = <Part extends string, Whole extends string>(part: Part, whole: Whole) =>
  fc
    .tuple(count, count, fc.boolean())
    .map(
      ([a, b]) =>
        ({ [part]: Math.min(a, b), [whole]: Math.max(a, b) }) as { readonly [Name in Part | Whole]: number },
    )

export const money = <Name extends string>(...names: Name[]) =>
  fc.tuple(fc.array(count, { minLength: names.length, maxLength: names.length }), currency).map(
    ([amounts, inCurrency]) =>
      ({
        ...Object.fromEntries(names.map((name, index) => [name, amounts[index]])),
        currency: inCurrency,
      }) as { readonly [Each in Name]: number } & { readonly currency: string },
  )

export const coverageLists = sparse(
  { workforce: ids, participants: ids, exempt: ids, sampled: fc.boolean() },
  [],
)

export const trainingHours = sparse(
  {
    minutes: count,
    headcount,
    headcountBasis: fc.constantFrom('average' as const, 'fte' as const),
    hours: fc.constantFrom('attended' as const, 'completed' as const),
  },
  ['minutes', 'headcount'],
)

const segment = fc.constantFrom('women', 'men', 'unstated')

export const segmentRecord = fc.oneof(
  fc.record({ segment, headcount }),
  sparse({ segment, minutes: count, completed: fc.boolean(), supervisorCoaching: fc.boolean() }, [
    'segment',
    'minutes',
  ]),
)

export const completionCounts = fc
  .record({
    completed: count,
    notCompleted: count,
    organiserCancelled: count,
    withdrawnInTime: count,
    waived: count,
    sampled: fc.boolean(),
  })
  .map(({ notCompleted, ...counts }) => ({
    ...counts,
    ended:
      counts.completed + notCompleted + counts.organiserCancelled + counts.withdrawnInTime + counts.waived,
  }))

export const enrolment = fc.record({
  person: id,
  due: day,
  status: fc.constantFrom<EnrolmentStatus>(
    'completed',
    'notCompleted',
    'running',
    'organiserCancelled',
    'withdrawnInTime',
    'withdrawnLate',
    'waived',
  ),
})

export const datedCompletion = sparse({ due: day, completedOn: day }, [])

export const attendance = fc
  .record({
    day,
    scheduledMinutes: count,
    share: fc.nat({ max: 4 }),
    isTaken: fc.boolean(),
    excused: fc.boolean(),
  })
  .map(({ share, isTaken, ...record }) => ({
    ...record,
    ...(isTaken ? { attendedMinutes: Math.floor((record.scheduledMinutes * share) / 4) } : {}),
  }))

export const seats = fc.record({
  confirmed: count,
  capacity: fc.oneof(count, fc.constant('unlimited' as const)),
})

export const employeeCost = sparse(
  {
    directCost: count,
    currency,
    headcount,
    participantSalaryCost: count,
    participantSalaries: fc.constantFrom('excluded' as const, 'included' as const),
  },
  ['directCost', 'currency', 'headcount'],
)

export const taughtSession = fc
  .record({ minutes: count, internalTrainers: fc.nat({ max: 3 }), externalTrainers: fc.nat({ max: 3 }) })
  .filter(({ internalTrainers, externalTrainers }) => internalTrainers + externalTrainers > 0)

export const incident = fc
  .record({ day, open: fc.boolean(), minutes: count })
  .map(({ day: on, open, minutes }) => {
    const reportedAt = `${on}T09:00:00.000Z`
    return open
      ? { reportedAt }
      : { reportedAt, resolvedAt: new Date(Date.parse(reportedAt) + minutes * 60_000).toISOString() }
  })

export const obligation = sparse(
  {
    person: id,
    item: fc.constantFrom('fire', 'first aid'),
    due: day,
    graceDays: fc.nat({ max: 9 }),
    completedOn: day,
    validUntil: day,
    waived: fc.boolean(),
  },
  ['person', 'item'],
)

export const onboarding = fc.record({ days: fc.nat({ max: 9 }), completed: fc.boolean() })

export const funnelLists = sparse(
  Object.fromEntries(funnelStages.map((stage) => [stage, ids])) as Record<
    (typeof funnelStages)[number],
    fc.Arbitrary<string[]>
  >,
  [],
)
