/** The law on personal text looks into lists and parts: a rule that rests on a text deep in an event is found. */
import {
  accepted,
  assemble,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  defineRejections,
  event,
  payload,
  personalText,
  projections,
  refusedBy,
} from 'training-ops'
import { lawsOf, stories } from 'training-ops/testing'
import { expect, test } from 'vitest'
import * as z from 'zod'

const law = 'no rule and no tag rests on what is personal'

test('a rule that rests on a personal text in a list is found', () => {
  const talk = {
    at: z.iso.datetime(),
    pairId: z.string(),
    remarks: z
      .array(z.strictObject({ text: personalText(z.enum(['thanks', 'sorry'])) }))
      .min(1)
      .max(2),
  }
  const events = defineEvents({ TalkHeld: event(talk) })
  const commands = defineCommands({ HoldTalk: talk })
  const { SaidSorry } = defineRejections({ SaidSorry: payload<{ readonly pairId: string }>() })
  const said = projections<{ type: 'TalkHeld'; data: { pairId: string; remarks: { text: string }[] } }>()({
    name: 'said',
    by: ['pairId'],
    initial: () => ({ sorry: false }),
    on: {
      TalkHeld: (state, { remarks }) => {
        state.sorry ||= remarks.some(({ text }) => text === 'sorry')
      },
    },
  })
  const holdTalk = defineDecision({
    command: commands.HoldTalk,
    reads: { said },
    decide: (asked, { said }) =>
      refusedBy(said.sorry && SaidSorry({ pairId: asked.pairId })) ?? accepted(events.make.TalkHeld(asked)),
  })
  const training = assemble(
    [defineModule({ name: 'talks', events, decisions: [holdTalk] })],
    {},
    { trusted: true },
  )
  const laws = lawsOf(training, { lives: stories(training, { upTo: 10 }), runs: 200, seed: 1 })
  const broken = laws.filter(({ check }) => {
    try {
      check()
      return false
    } catch {
      return true
    }
  })
  expect(broken.map(({ name }) => name)).toContain(law)
})
