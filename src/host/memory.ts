import type { Tag } from '../kernel/index.ts'
import { createLog } from '../kernel/log.ts'
import type { BallotBox, Checkpoint, DueCommand, Ports, SetAside, StoredEvent, StorePort } from './ports.ts'

type Kept = StoredEvent & { readonly tags: readonly Tag[]; readonly metadata: never }

/** The kernel's log, holding what it is given as JSON does, as a database would. */
const memoryStore = (): StorePort => {
  const log = createLog<Kept>(({ tags }) => tags)
  return {
    append: async (events, condition) => {
      const kept = events.map(({ event, tags }, at) => ({
        ...(JSON.parse(JSON.stringify(event)) as Kept),
        tags,
        position: log.size() + at + 1,
      }))
      return log.append(kept, condition)
    },
    after: async (position, limit) => log.events(position).slice(0, limit),
    read: async (query) => ({ events: log.read(query).events, upTo: log.size() }),
  }
}

type Waiting = { tryAgainAt: string; tries: number; reason: string }

/**
 * Ports in memory: for tests, and as the model of yours. The clock stands until it is told; a pause ends at once.
 *
 * @example
 * ```ts
 * import { assemble, lifecycle } from 'training-ops'
 * import { memoryPorts, startHost } from 'training-ops/host'
 * const training = assemble(lifecycle, {}, { trusted: true })
 * const host = await startHost(training, memoryPorts({ now: () => '2026-03-01T01:00:00.000Z' }))
 * const room = training.command.RegisterResource(
 *   { at: '2026-03-01T01:00:00.000Z', resourceId: 'room-1', kind: 'venue', title: 'Room 1' },
 *   { commandId: 'c-1' },
 * )
 * const [own] = await host.execute(room)
 * own?.verdict._tag // => 'Right'
 * ```
 */
export const memoryPorts = ({ now }: { readonly now: () => string }): Ports => {
  const deadlines = new Map<string, { readonly dueAt: string; readonly due: DueCommand } & Waiting>()
  const answers = new Map<string, string>()
  const aside = new Map<number, { readonly one: SetAside; readonly tryAgainAt: string }>()
  const inOrder = (isWanted: (tryAgainAt: string) => boolean): readonly SetAside[] =>
    [...aside.values()]
      .flatMap(({ one, tryAgainAt }) => (isWanted(tryAgainAt) ? [one] : []))
      .sort((a, b) => a.position - b.position)
  const checkpoints = new Map<string, Checkpoint>()
  const boxes = new Map<string, string>()
  return {
    store: memoryStore(),
    deadlines: {
      plan: async (planned) => {
        for (const { dueAt, command } of planned) {
          const { commandId } = command.metadata
          if (answers.has(commandId) || deadlines.has(commandId)) continue
          deadlines.set(commandId, {
            dueAt,
            due: { command, tries: 0 },
            tryAgainAt: '',
            tries: 0,
            reason: '',
          })
        }
      },
      due: async (instant, limit) =>
        [...deadlines.values()]
          .filter(({ dueAt, tryAgainAt }) => dueAt <= instant && tryAgainAt <= instant)
          .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
          .slice(0, limit)
          .map(({ due, tries }) => ({ ...due, tries })),
      answered: async (commandId, answer) => {
        answers.set(commandId, answer)
        deadlines.delete(commandId)
      },
      failed: async (commandId, reason, tryAgainAt) => {
        const one = deadlines.get(commandId)
        if (one !== undefined) Object.assign(one, { reason, tryAgainAt, tries: one.tries + 1 })
      },
      failing: async () =>
        [...deadlines].flatMap(([commandId, { reason, tries }]) =>
          tries === 0 ? [] : [{ commandId, reason, tries }],
        ),
    },
    quarantine: {
      put: async (one, tryAgainAt) => void aside.set(one.position, { one, tryAgainAt }),
      done: async (position) => void aside.delete(position),
      due: async (instant, limit) => inOrder((tryAgainAt) => tryAgainAt <= instant).slice(0, limit),
      all: async () => inOrder(() => true),
    },
    checkpoints: {
      load: async (name) => checkpoints.get(name),
      save: async (name, checkpoint) => {
        const before = checkpoints.get(name)
        if (before?.fingerprint === checkpoint.fingerprint && before.position > checkpoint.position) return
        checkpoints.set(name, checkpoint)
      },
    },
    ballots: {
      change: async (box, change) => {
        const kept = boxes.get(box)
        const after = change(kept === undefined ? undefined : (JSON.parse(kept) as BallotBox))
        if (after !== undefined) boxes.set(box, JSON.stringify(after))
      },
      holding: async () =>
        [...boxes]
          .map(([box, kept]) => ({ box, ...(JSON.parse(kept) as BallotBox) }))
          .filter(({ waiting, leaving }) => waiting.length + leaving.length > 0),
    },
    clock: { now, pause: async () => {} },
    chance: () => 0.5,
  }
}
