/** A command asked at an instant: what the host had in its log by then, what the command rests on, and the answer. */
import { createLedger, isLeft, isRejected, matches, type Query, type Verdict } from 'training-ops'
import { training } from '../../a-year-of-training/training.ts'
import { refusalOf } from './language.ts'
import type { Answer, AnyCommand, LogEvent, Moment, Refusal } from './protocol.ts'
import type { TrainingCommand, TrainingEvent } from './subjects.ts'

/** Learnt in the order of the log, so what was known at an instant is its beginning. */
export const knownBy = (events: readonly LogEvent[], at: string): readonly LogEvent[] =>
  events.slice(0, events.findLastIndex(({ metadata }) => (metadata?.recordedAt ?? '') <= at) + 1)

export const ledgerFrom = (events: readonly LogEvent[]) => createLedger(training, { events })
export type YearLedger = ReturnType<typeof ledgerFrom>

export const refusalIn = (verdict: Verdict<{ readonly code: string }, unknown>): Refusal | undefined =>
  isRejected(verdict) ? refusalOf(verdict.left) : undefined

const boundaryOf = (command: AnyCommand, events: readonly LogEvent[]): Answer['boundary'] => {
  const received = training.receive(command)
  const query: Query = isLeft(received) ? [] : training.boundaryOf(received.right)
  const found = query.map(() => 0)
  const positions: number[] = []
  for (const [position, event] of events.entries()) {
    const tags = training.tagsOf(event as TrainingEvent)
    let isIn = false
    for (const [at, item] of query.entries())
      if (matches([item], event.type, tags)) {
        found[at] = (found[at] ?? 0) + 1
        isIn = true
      }
    if (isIn) positions.push(position)
  }
  return {
    items: query.map(({ types, tags }, at) => ({ types, tags, found: found[at] ?? 0 })),
    positions,
    size: events.length,
    last: positions.slice(-12).flatMap((position) => events[position] ?? []),
  }
}

export const ask = (events: readonly LogEvent[], { at }: Moment, command: AnyCommand): Answer => {
  const known = knownBy(events, at)
  const ledger = ledgerFrom(known)
  const [own, ...followed] = ledger.executeWithPolicies(command as TrainingCommand)
  const refusal = own === undefined ? undefined : refusalIn(own.verdict)
  return {
    accepted: refusal === undefined,
    ...(refusal === undefined ? {} : { refusal }),
    events: own === undefined || isRejected(own.verdict) ? [] : own.verdict.right,
    followed: followed.map(({ command: { type }, verdict }) => {
      const refused = refusalIn(verdict)
      return {
        type,
        ...(refused === undefined ? {} : { refusal: refused }),
        events: isRejected(verdict) ? [] : verdict.right,
      }
    }),
    boundary: boundaryOf(command, known),
  }
}
