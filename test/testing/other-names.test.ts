/** The law of names gives new ones that nobody wrote: a text that happens to be one would make one name of two. */
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
  projections,
  refusedBy,
} from 'training-ops'
import { lawsOf, stories, universe } from 'training-ops/testing'
import { expect, test } from 'vitest'
import * as z from 'zod'

const law = 'names do not matter: the same life under other names is the same life'

test('a rule about words holds under other names, whatever the words are', () => {
  const kept = { at: z.iso.datetime(), ownerId: z.string(), word: z.enum(['ada', 'a', '8', 'Z000']) }
  const events = defineEvents({ WordKept: event(kept) })
  const commands = defineCommands({ KeepWord: kept })
  const { WordTaken } = defineRejections({ WordTaken: payload<{ readonly word: string }>() })
  const words = projections<{ type: 'WordKept'; data: { ownerId: string; word: string } }>()({
    name: 'words',
    initial: (): { taken: string[] } => ({ taken: [] }),
    on: { WordKept: (state, { word }) => void state.taken.push(word) },
  })
  const keepWord = defineDecision({
    command: commands.KeepWord,
    reads: { words },
    decide: (asked, { words }) =>
      refusedBy(words.taken.includes(asked.word) && WordTaken({ word: asked.word })) ??
      accepted(events.make.WordKept(asked)),
  })
  const training = assemble(
    [defineModule({ name: 'words', events, decisions: [keepWord] })],
    {},
    { trusted: true },
  )
  const lives = stories(training, { in: universe({ ownerId: ['ada'] }), upTo: 8 })
  const names = lawsOf(training, { lives, runs: 200, seed: 1 }).find(({ name }) => name === law)
  expect(names?.check).not.toThrow()
})
