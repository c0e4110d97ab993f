/** The suite for a host's ports: the ports in memory pass it, and each wrong port is found by what it does wrong. */
import { memoryPorts, type Ports } from 'training-ops/host'
import { en, portsConformance, zhCN } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'

const now = () => '2026-03-01T01:00:00.000Z'
const fresh = () => memoryPorts({ now })
const same = (ports: Ports) => ports

describe('ports in memory', () => {
  const checks = portsConformance(fresh, { restart: same, connect: same })
  test.each(checks.map(({ name, check }) => [name, check] as const))('%s', (_, check) => check())
})

type Part = 'deadlines' | 'quarantine' | 'checkpoints' | 'ballots'
/** Ports that are right but for a part. */
const withPart =
  <Name extends Part>(
    name: Name,
    wrong: (right: NonNullable<Ports[Name]>) => Partial<NonNullable<Ports[Name]>>,
  ) =>
  (): Ports => {
    const ports = fresh()
    const right = ports[name] as NonNullable<Ports[Name]>
    return { ...ports, [name]: { ...right, ...wrong(right) } }
  }

type Wrong = readonly [does: string, make: () => Ports, found: readonly string[]]
const wrong: readonly Wrong[] = [
  [
    'plans a deadline anew when it is planned again',
    withPart('deadlines', (right) => ({
      plan: async (planned) => {
        for (const one of planned) {
          const known = (await right.due('9', 99)).find(
            ({ command }) => command.metadata.commandId === one.command.metadata.commandId,
          )
          if (known) await right.answered(known.command.metadata.commandId, '')
        }
        await right.plan(planned)
      },
    })),
    ['deadlines.once'],
  ],
  [
    'gives a deadline again that has its answer',
    withPart('deadlines', () => ({ answered: async () => {} })),
    ['deadlines.answered'],
  ],
  [
    'gives all deadlines that are due, whatever the limit',
    withPart('deadlines', (right) => ({ due: (at) => right.due(at, 9999) })),
    ['deadlines.soonest'],
  ],
  [
    'gives the latest deadline first',
    withPart('deadlines', (right) => ({
      due: async (at, limit) => [...(await right.due(at, 9999))].reverse().slice(0, limit),
    })),
    ['deadlines.soonest'],
  ],
  [
    'forgets how often a deadline failed',
    withPart('deadlines', (right) => ({
      due: async (at, limit) => (await right.due(at, limit)).map((one) => ({ ...one, tries: 0 })),
    })),
    ['deadlines.failed'],
  ],
  [
    'tries a deadline that failed at once',
    withPart('deadlines', (right) => ({ failed: (id, reason) => right.failed(id, reason, '') })),
    ['deadlines.failed'],
  ],
  [
    'forgets an answer that came before the plan',
    withPart('deadlines', (right) => {
      const planned = new Set<string>()
      return {
        plan: async (all) => {
          for (const { command } of all) planned.add(command.metadata.commandId)
          await right.plan(all)
        },
        answered: async (id, answer) => (planned.has(id) ? right.answered(id, answer) : undefined),
      }
    }),
    ['deadlines.answered'],
  ],
  [
    'gives events set aside in the order they were put',
    withPart('quarantine', (right) => {
      const order: number[] = []
      return {
        put: async (one, at) => {
          order.push(one.position)
          await right.put(one, at)
        },
        due: async (at, limit) => {
          const due = await right.due(at, 9999)
          return [...due]
            .sort((a, b) => order.indexOf(a.position) - order.indexOf(b.position))
            .slice(0, limit)
        },
      }
    }),
    ['quarantine.order'],
  ],
  [
    'keeps an event aside that went through',
    withPart('quarantine', () => ({ done: async () => {} })),
    ['quarantine.done'],
  ],
  [
    'lets a checkpoint go back',
    withPart('checkpoints', (right) => ({
      save: async (name, one) => {
        await right.save(name, { ...one, fingerprint: '' })
        await right.save(name, one)
      },
    })),
    ['checkpoints.forward'],
  ],
  [
    'keeps the checkpoint of an older declaration, because it is further on',
    withPart('checkpoints', (right) => ({
      save: async (name, one) => {
        const before = await right.load(name)
        if (before === undefined || before.position <= one.position) await right.save(name, one)
      },
    })),
    ['checkpoints.forward'],
  ],
  [
    'keeps one checkpoint for all names',
    withPart('checkpoints', (right) => ({
      save: (_, one) => right.save('', one),
      load: () => right.load(''),
    })),
    ['checkpoints.saved'],
  ],
  [
    'loses a ballot when two come at once',
    withPart('ballots', (right) => ({
      change: async (box, change) => {
        let before: Parameters<typeof change>[0]
        await right.change(box, (one) => {
          before = one
          return undefined
        })
        await Promise.resolve()
        const after = change(before)
        if (after) await right.change(box, () => after)
      },
    })),
    ['ballots.together'],
  ],
  [
    'empties a box that nobody changes',
    withPart('ballots', (right) => ({
      change: (box, change) =>
        right.change(
          box,
          (before) => change(before) ?? { by: [], waiting: [], leaving: [], closingUntil: '' },
        ),
    })),
    ['ballots.whole'],
  ],
  [
    'says nothing of a change that was refused',
    withPart('ballots', (right) => ({ change: (box, change) => right.change(box, change).catch(() => {}) })),
    ['ballots.nothing'],
  ],
  [
    'does not find a box whose answers are leaving',
    withPart('ballots', (right) => ({
      holding: async () => (await right.holding()).filter(({ waiting }) => waiting.length > 0),
    })),
    ['ballots.holding'],
  ],
  [
    'tells the time of the wall',
    () => ({ ...fresh(), clock: { ...fresh().clock, now: () => '2026-03-01T09:00:00+08:00' } }),
    ['clock'],
  ],
  ['draws a one', () => ({ ...fresh(), chance: () => 1 }), ['clock']],
]

describe('a port that is wrong is found', () => {
  test.each(wrong)('one that %s', async (_, make, found) => {
    const broken: string[] = []
    for (const { name, check } of portsConformance(make)) await check().catch(() => broken.push(name))
    for (const key of found) expect(broken).toContain(en.words[`ports.${key}` as keyof typeof en.words])
  })
  test('one that starts with nothing', async () => {
    const checks = portsConformance(fresh, { restart: fresh, connect: fresh, language: zhCN })
    const broken: string[] = []
    for (const { name, check } of checks) await check().catch(() => broken.push(name))
    expect(broken).toEqual([zhCN.words['ports.restart'], zhCN.words['ports.connect']])
  })
})
