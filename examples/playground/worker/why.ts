/** The events behind a number: those about its subjects, of the types that can change it. */
import { training } from '../../a-year-of-training/training.ts'
import { timeIn } from './frame.ts'
import type { Evidence, LogEvent, Moment, Reason } from './protocol.ts'
import type { TrainingEvent } from './subjects.ts'

const shown = 60

export const evidenceFor = (
  events: readonly LogEvent[],
  { at, mode }: Moment,
  { tags, types, learners }: Reason,
): Evidence => {
  const time = timeIn(mode)
  const wanted = types === undefined ? undefined : new Set(types)
  const people = learners === undefined ? undefined : new Set(learners)
  const found = events.filter((event) => {
    if (time(event) > at || (wanted !== undefined && !wanted.has(event.type))) return false
    if (people !== undefined && !people.has(event.data.learnerId as string)) return false
    if (tags.length === 0) return true
    const own = training.tagsOf(event as TrainingEvent)
    return tags.every((tag) => own.includes(tag))
  })
  const counts = new Map<string, number>()
  for (const { type } of found) counts.set(type, (counts.get(type) ?? 0) + 1)
  return {
    total: found.length,
    byType: [...counts].sort(([, a], [, b]) => b - a),
    events: found.slice(-shown).reverse(),
  }
}
