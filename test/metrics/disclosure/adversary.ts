/** A reader of every published table, who knows who is in which, with subtraction and a linear program. Shares no code with the audit. */
import type { AuditedAnswer, AuditedQuestion, ReleasedFigure } from 'training-ops/metrics'
import { type Constraint, solve } from 'yalps'

type Known = {
  readonly answers: readonly AuditedAnswer[]
  readonly questions: Readonly<Record<string, AuditedQuestion>>
  readonly shown: readonly ReleasedFigure[]
  /** Groups about whom nothing may be worked out, by what their figure would have told. */
  readonly groups: readonly ReleasedFigure[]
  readonly k: number
  readonly protection: number
}

const stepsOf = ({ lowest, highest }: AuditedQuestion): readonly number[] =>
  Array.from({ length: highest - lowest + 1 }, (_, step) => lowest + step)

/** The sums a statement publishes: of the answers, of those counted, or one for each step. */
const weightsOf = (
  tells: ReleasedFigure['statements'][number]['tells'],
  steps: readonly number[],
): readonly ((value: number) => number)[] =>
  tells === 'sum'
    ? [(value) => value]
    : tells === 'distribution'
      ? steps.map((step) => (value: number) => (value === step ? 1 : 0))
      : [(value) => (tells.includes(value) ? 1 : 0)]

/** The first thing the adversary finds, in words; nothing where the release keeps its promise. */
export const attack = (known: Known): string | undefined => attacks(known).next().value ?? undefined

function* attacks({ answers, questions, shown, groups, k, protection }: Known): Generator<string, undefined> {
  const statements = shown.flatMap(({ statements }) => statements)
  const inStatement = statements.map((one) => new Set(one.answers))
  const classes = new Map<string, AuditedAnswer[]>()
  for (const answer of answers) {
    const key = inStatement.map((ids) => (ids.has(answer.id) ? 1 : 0)).join('')
    if (!key.includes('1')) continue
    classes.set(key, [...(classes.get(key) ?? []), answer])
  }
  const list = [...classes.values()]
  const stepsIn = list.map(([first]) => stepsOf(questions[first?.question ?? ''] as AuditedQuestion))
  const constraints = new Map<string, Constraint>()
  const variables = new Map<string, Map<string, number>>()
  for (const [at, members] of list.entries()) {
    constraints.set(`people ${at}`, { equal: members.length })
    for (const step of stepsIn[at] ?? []) variables.set(`${at} ${step}`, new Map([[`people ${at}`, 1]]))
  }
  const add = (name: string, weightOf: (at: number, step: number) => number) => {
    for (const [at, steps] of stepsIn.entries())
      for (const step of steps) {
        const weight = weightOf(at, step)
        if (weight !== 0) variables.get(`${at} ${step}`)?.set(name, weight)
      }
  }
  for (const [at, { answers: of, tells }] of statements.entries()) {
    const ids = inStatement[at] as ReadonlySet<string>
    const first = answers.find(({ id }) => id === of[0])
    const steps = stepsOf(questions[first?.question ?? ''] as AuditedQuestion)
    for (const [part, weight] of weightsOf(tells, steps).entries()) {
      const told = answers.reduce((sum, { id, value = 0 }) => sum + (ids.has(id) ? weight(value) : 0), 0)
      const name = `told ${at} ${part}`
      constraints.set(name, { equal: told })
      add(name, (one, step) => (ids.has(list[one]?.[0]?.id ?? '') ? weight(step) : 0))
    }
  }
  const best = (
    direction: 'minimize' | 'maximize',
    weightOf: (at: number, step: number) => number,
  ): number => {
    const objective = new Map([...variables].map(([name, of]) => [name, new Map(of)] as const))
    for (const [at, steps] of stepsIn.entries())
      for (const step of steps) objective.get(`${at} ${step}`)?.set('goal', weightOf(at, step))
    const { status, result } = solve({ direction, objective: 'goal', constraints, variables: objective })
    if (status !== 'optimal') throw new Error(`the linear program is ${status}`)
    return result
  }
  const isFixed = (weightOf: (at: number, step: number) => number) =>
    best('maximize', weightOf) - best('minimize', weightOf) < 1e-6

  const sizeOf = (of: readonly AuditedAnswer[]) => new Set(of.map(({ person }) => person)).size
  const weights = [...new Map(statements.map(({ tells }) => [`${tells}`, tells])).values()]
  for (const [at, members] of list.entries()) {
    const of = `${sizeOf(members)} people on ${members[0]?.question}`
    const promised = Math.max(...members.map((one) => one.k ?? k))
    if (promised <= 1) continue
    const isNamed = questions[members[0]?.question ?? '']?.steps === 'named'
    const widthOf = (open: readonly number[]) =>
      isNamed && open.length > 1 ? protection : Math.max(...open) - Math.min(...open)
    // what somebody of a class did say, each of them may have said: the linear program is asked of the rest
    const said = [...new Set(members.map(({ value = 0 }) => value))]
    const isWide = said.length > 1 && widthOf(said) >= protection
    const open = isWide
      ? said
      : (stepsIn[at] ?? []).filter(
          (step) =>
            said.includes(step) ||
            best('maximize', (one, other) => (one === at && other === step ? 1 : 0)) > 1 - 1e-6,
        )
    const width = widthOf(open)
    if (open.length < 2 && sizeOf(members) < 2 * promised) yield `the answer of ${of}`
    else if (width < protection) yield `an answer within ${width} of ${of}`
    if (sizeOf(members) < promised)
      for (const tells of weights)
        if (
          statements.some(
            (one, other) => one.tells === tells && inStatement[other]?.has(members[0]?.id ?? ''),
          ) &&
          weightsOf(tells, stepsIn[at] ?? []).every((weight) =>
            isFixed((one, step) => (one === at ? weight(step) : 0)),
          )
        )
          yield `${tells} of ${of}`
  }
  for (const { figure, statements: of } of groups)
    for (const { answers: ids, tells } of of) {
      const members = answers.filter(({ id }) => ids.includes(id))
      if (members.length === 0 || sizeOf(members) >= Math.max(...members.map((one) => one.k ?? k))) continue
      const isIn = new Set(ids)
      // the members of a class that are in the group are any of that class: the group is least and most what they can be
      const parts = list.map((one) => one.filter(({ id }) => isIn.has(id)).length)
      if (members.length > parts.reduce((sum, part) => sum + part, 0)) continue
      const steps = stepsOf(questions[members[0]?.question ?? ''] as AuditedQuestion)
      const canSwap = list.some((one) =>
        weightsOf(tells, steps).some((weight) => {
          const [inside, outside] = [true, false].map((is) =>
            one.filter(({ id }) => isIn.has(id) === is).map(({ value = 0 }) => weight(value)),
          )
          return inside?.some((a) => outside?.some((b) => a !== b))
        }),
      )
      if (canSwap) continue
      const known = weightsOf(tells, steps).every((weight) => {
        const ends = (['minimize', 'maximize'] as const).map((direction) => {
          const sign = direction === 'minimize' ? 1 : -1
          return groupEnd(parts, list, stepsIn, weight, sign, constraints, variables)
        })
        return Math.abs((ends[0] as number) - (ends[1] as number)) < 1e-6
      })
      if (known) yield `${figure}: ${tells} of ${sizeOf(members)} people`
    }
  return undefined
}

/** The least (sign 1) or most (sign −1) that a group can come to: its members take any part of their class. */
const groupEnd = (
  parts: readonly number[],
  list: readonly (readonly AuditedAnswer[])[],
  stepsIn: readonly (readonly number[])[],
  weight: (value: number) => number,
  sign: 1 | -1,
  constraints: ReadonlyMap<string, Constraint>,
  variables: ReadonlyMap<string, ReadonlyMap<string, number>>,
): number => {
  const all = new Map([...variables].map(([name, of]) => [name, new Map(of)] as const))
  const more = new Map(constraints)
  for (const [at, part] of parts.entries()) {
    if (part === 0) continue
    more.set(`group ${at}`, { equal: part })
    for (const step of stepsIn[at] ?? []) {
      more.set(`within ${at} ${step}`, { max: 0 })
      all.get(`${at} ${step}`)?.set(`within ${at} ${step}`, -1)
      all.set(
        `group ${at} ${step}`,
        new Map([
          [`group ${at}`, 1],
          [`within ${at} ${step}`, 1],
          ['goal', sign * weight(step)],
        ]),
      )
    }
  }
  const { status, result } = solve({
    direction: 'minimize',
    objective: 'goal',
    constraints: more,
    variables: all,
  })
  if (status !== 'optimal') throw new Error(`the linear program is ${status} of ${list.length} classes`)
  return sign * result
}
