/**
 * Consultative selling (顾问式销售): the southern teams are trained in spring, the northern teams wait and are the
 * control group. Carried through all levels: reaction, test before and after, behaviour two months later, conversion
 * rate of every team before and after.
 */
import { ask } from './ask.ts'
import { employedOn, type Person } from './company.ts'
import { dice } from './dice.ts'
import { type Line, later, lines, shanghai } from './line.ts'
import { behaviourItems, leaning, opinions, reactionItems, testAnswers } from './questions.ts'
import { runAnOffering } from './run-an-offering.ts'

const programId = 'selling-2025'
const questions = 20
export const behaviours = ['asksFirst', 'sumsUpNeeds', 'putsAFigureOnValue', 'agreesNextStep']

const classes = [
  { offeringId: 'selling-1', day: '2025-03-11' },
  { offeringId: 'selling-2', day: '2025-03-18' },
  { offeringId: 'selling-3', day: '2025-03-25' },
  { offeringId: 'selling-4', day: '2025-04-08' },
]

export const sellingYear = (people: readonly Person[]): readonly Line[] => {
  const luck = dice(42)
  const written: Line[] = []
  const south = employedOn(people, '2025-02-20').filter(({ region }) => region === 'south')
  const asking = luck.shuffled(south)
  const aClass = Math.ceil(asking.length / classes.length)
  const trained: Person[] = []

  classes.forEach(({ offeringId, day }, at) => {
    const group = asking.slice(at * aClass, (at + 1) * aClass)
    const before = new Map(
      group.map((person) => [person.id, testAnswers(questions, 0.46 + leaning(person) * 0.4, luck)]),
    )
    const after = new Map(
      group.map((person) => [person.id, testAnswers(questions, 0.69 + leaning(person) * 0.45, luck)]),
    )
    const run = runAnOffering(
      {
        offeringId,
        courseId: 'consultative-selling',
        programId,
        title: `Consultative selling, class ${at + 1} · 顾问式销售第 ${at + 1} 班`,
        modality: 'classroom',
        day,
        days: 2,
        hoursADay: 7,
        seats: 32,
        min: 12,
        trainerId: at % 2 === 0 ? 'trainer-zhou' : 'trainer-ext-mei',
        prework: 'Reader: ask before you present · 预习资料：先问需求再谈方案',
        source: 'manager',
        completionRule: {
          require: 'all',
          of: [
            { kind: 'attendance', atLeast: 8000 },
            { kind: 'result', instrumentId: 'selling-test', mastery: 600 },
          ],
        },
      },
      group,
      luck,
    )
    written.push(...run.lines)
    trained.push(...run.present)
    const self = (person: Person, at: string, answers?: Readonly<Record<string, number>>) => ({
      respondentId: person.id,
      learnerId: person.id,
      role: 'self' as const,
      at,
      ...(answers === undefined ? {} : { answers }),
    })
    const round = { programId, offeringId }
    written.push(
      ...ask({
        ...round,
        administrationId: `${offeringId}-pretest`,
        instrumentId: 'selling-test',
        purpose: 'pretest',
        opens: shanghai(later(day, -3), '19:00'),
        closes: shanghai(day, '08:55'),
        people: run.present.map((person) =>
          self(
            person,
            shanghai(later(day, -1), '12:00'),
            luck.chance(0.95) ? before.get(person.id) : undefined,
          ),
        ),
      }),
      ...ask({
        ...round,
        administrationId: `${offeringId}-posttest`,
        instrumentId: 'selling-test',
        purpose: 'posttest',
        opens: shanghai(run.lastDay, '15:00'),
        closes: shanghai(run.lastDay, '19:00'),
        people: run.present.map((person) =>
          self(person, shanghai(run.lastDay, '16:00'), after.get(person.id)),
        ),
      }),
      ...ask({
        ...round,
        administrationId: `${offeringId}-reaction`,
        instrumentId: 'reaction',
        purpose: 'reaction',
        opens: shanghai(run.lastDay, '16:05'),
        closes: shanghai(later(run.lastDay, 7), '18:00'),
        people: run.present.map((person) =>
          self(
            person,
            shanghai(later(run.lastDay, 1), '10:00'),
            luck.chance(0.86)
              ? opinions(
                  reactionItems,
                  {
                    content: 4.1,
                    trainer: at % 2 === 0 ? 4.4 : 4.0,
                    organisation: at === 2 ? 3.0 : 3.9,
                    intent: 4.0,
                  },
                  leaning(person),
                  luck,
                )
              : undefined,
          ),
        ),
      }),
    )
  })
  written.push(...followUp(trained, luck), ...outcomes(people, luck))
  return written
}

/** Two months after the last class: everyone about themself, and their supervisor about them. */
const followUp = (trained: readonly Person[], luck: ReturnType<typeof dice>): readonly Line[] => {
  const items = behaviourItems(behaviours)
  const asked = shanghai('2025-06-02', '09:00')
  const answered = shanghai('2025-06-06', '15:00')
  return ask({
    administrationId: 'selling-follow-up',
    instrumentId: 'selling-behaviour',
    purpose: 'followUp',
    programId,
    opens: asked,
    closes: shanghai('2025-06-16', '18:00'),
    people: trained.flatMap((person) => {
      const mood = leaning(person)
      const self = { respondentId: person.id, learnerId: person.id, role: 'self' as const, at: answered }
      const boss = {
        respondentId: person.supervisor,
        learnerId: person.id,
        role: 'supervisor' as const,
        at: answered,
      }
      const rated = (mean: number, share: number) =>
        luck.chance(share) ? { answers: opinions(items, { behaviour: mean }, mood, luck) } : {}
      return person.supervisor === person.id
        ? [{ ...self, ...rated(3.9, 0.8) }]
        : [
            { ...self, ...rated(3.9, 0.8) },
            { ...boss, ...rated(3.6, 0.9) },
          ]
    }),
  })
}

/** Conversion rate of every sales team, in basis points: the quarter before, and the quarter after. */
const outcomes = (people: readonly Person[], luck: ReturnType<typeof dice>): readonly Line[] => {
  const write = lines('selling-outcome', programId)
  const teams = [
    ...new Map(
      people
        .filter(({ department }) => department === 'sales')
        .map((person) => [person.supervisor, person.region]),
    ),
  ]
  return teams.flatMap(([team, region]) => {
    const group = region === 'south' ? 'treated' : 'control'
    const before = Math.round(luck.around(1900, 180))
    const after = before + Math.round(luck.around(group === 'treated' ? 330 : 70, 90))
    const record = (
      at: string,
      when: 'before' | 'after',
      period: { from: string; to: string },
      value: number,
    ) =>
      write('RecordOutcome', {
        at,
        evaluationId: 'selling-evaluation',
        programId,
        measure: 'conversionRate',
        measuredIn: 'basisPoints',
        period,
        group,
        when,
        unitId: `team-${team}`,
        value,
      })
    return [
      record(shanghai('2025-03-03', '11:00'), 'before', { from: '2024-12-01', to: '2025-03-01' }, before),
      record(shanghai('2025-08-04', '11:00'), 'after', { from: '2025-05-01', to: '2025-08-01' }, after),
    ]
  })
}
