/** What a command says is in the events it leads to, under the same name and with the same value: no field is lost on the way. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attending, everyWayIn } from '../delivery/lives.ts'
import { money, programs } from '../planning/lives.ts'

type Said = {
  readonly command: { readonly type: string; readonly data: object }
  readonly answer: { readonly _tag: string; readonly right?: readonly object[] }
}
const stepsOf = <Step extends Said>(
  lives: fc.Arbitrary<{ readonly steps: readonly Step[] }>,
): readonly Said[] => fc.sample(lives, { numRuns: 3, seed: 3 }).flatMap(({ steps }) => steps)

/** Fields that an event says otherwise, and how. */
const saidOtherwise: Readonly<Record<string, string>> = {
  'AdmitLearner admittedBy': 'who admits approves: `approvedBy`',
  'AssignResponsibility accountableIds': 'the names of the roles that a reader looks up, not a fact',
  'CloseEnrolment at': 'a completion is dated by its last criterion',
  'CreditCost amount': 'a credit is a cost below zero',
  'CreditCost creditNote': 'the paper of the cost that is posted',
  'CreditCost invoice': 'the cost that is credited',
  'EnrolLearners learners': 'events of each learner',
  'RescheduleSession session': 'field by field',
}

const values = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(values)] : [value]

const lostIn = (command: { readonly type: string; readonly data: object }, events: readonly object[]) => {
  const said = new Set(
    values(events)
      .flatMap((one) => (typeof one === 'object' && one !== null ? Object.entries(one) : []))
      .map((one) => JSON.stringify(one)),
  )
  return Object.entries(command.data)
    .filter((field) => field[1] !== undefined && !said.has(JSON.stringify(field)))
    .map(([name]) => `${command.type} ${name}`)
}

test('on random lives nothing that a command says is lost', () => {
  const lost = new Set<string>()
  let asked = 0
  for (const { command, answer } of [
    ...stepsOf(attending),
    ...stepsOf(everyWayIn),
    ...stepsOf(money),
    ...stepsOf(programs),
  ]) {
    if (answer.right === undefined || answer.right.length === 0) continue
    asked++
    for (const field of lostIn(command, answer.right)) lost.add(field)
  }
  expect([...lost].filter((field) => saidOtherwise[field] === undefined)).toEqual([])
  expect(asked).toBeGreaterThan(100)
})

test('a field that is lost is found', () => {
  const command = { type: 'Ask', data: { learnerId: 'ada', expectations: 'much' } }
  expect(lostIn(command, [{ type: 'Asked', data: { learnerId: 'ada' } }])).toEqual(['Ask expectations'])
})
