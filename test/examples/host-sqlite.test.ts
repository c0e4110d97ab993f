/** The ports of a host in one SQLite file: the kit's suite for stores, a host over a restart, and two processes on one file. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { assemble, canonical, lifecycle, project, seatAllocation, seatsOf } from 'training-ops'
import { followLog, startHost } from 'training-ops/host'
import { portsConformance, storeConformance } from 'training-ops/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { openDatabase, openPorts, sqlite } from '../../examples/host-sqlite/ports.ts'

const node = sqlite()
const because = node === undefined ? ` (skipped: Node ${process.versions.node} has no node:sqlite)` : ''

describe.skipIf(node === undefined)(`a host in one SQLite file${because}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'training-ops-sqlite-'))
  const opened: DatabaseSync[] = []
  afterAll(() => {
    for (const one of opened) if (one.isOpen) one.close()
    rmSync(folder, { recursive: true, force: true })
  })
  let files = 0
  const newFile = () => join(folder, `${++files}.db`)
  const open = (file: string): DatabaseSync => {
    const database = openDatabase(node as NonNullable<typeof node>, file)
    opened.push(database)
    return database
  }

  type Training = Parameters<Parameters<typeof storeConformance>[0]>[0]
  describe.each(['plain', 'followed'] as const)('the suite for stores, %s', (kept) => {
    let [training, file] = [undefined as unknown as Training, '']
    const again = () => followLog(training, openPorts(open(file)), { from: 0, inMemory: kept === 'followed' })
    const checks = storeConformance(
      (given) => {
        training = given
        file = newFile()
        return again()
      },
      { restart: again, connect: again },
    )
    test.each(checks.map(({ name, check }) => [name, check] as const))('%s', (_, check) => check())
  })

  describe('the suite for ports', () => {
    let file = ''
    const again = () => openPorts(open(file))
    const checks = portsConformance(
      () => {
        file = newFile()
        return again()
      },
      { restart: again, connect: again },
    )
    test.each(checks.map(({ name, check }) => [name, check] as const))('%s', (_, check) => check())
  })

  const training = assemble(lifecycle, {}, { trusted: true })
  const at = '2026-03-01T01:00:00.000Z'
  const aClass = (enrolmentOpens?: string) =>
    training.command.ScheduleOffering(
      {
        ...{ at, offeringId: 'o-1', courseId: 'c', courseVersion: 1, title: 'T', modality: 'classroom' },
        sessions: [
          {
            sessionId: 's',
            start: '2026-04-06T01:00:00.000Z',
            end: '2026-04-06T09:00:00.000Z',
            zone: 'Asia/Shanghai',
          },
        ],
        capacity: { min: 1, max: 7 },
        ...(enrolmentOpens === undefined ? {} : { enrolmentOpens }),
        completionRule: { require: 'all', of: [{ kind: 'attendance', atLeast: 8000 }] },
      },
      { commandId: 'a-class' },
    )
  const logOf = async (file: string) => {
    const log = followLog(training, openPorts(open(file)), { from: 0, inMemory: true })
    return (await log.read([{ types: [], tags: [] }])).events
  }

  test('a deadline and a view go over a restart; a deadline is met once', async () => {
    const file = newFile()
    let now = at
    const start = () =>
      startHost(training, openPorts(open(file), { now: () => now }), { views: [seatAllocation] })
    const first = await start()
    await first.execute(aClass('2026-03-02T01:00:00.000Z'))
    await first.close()
    now = '2026-03-03T01:00:00.000Z'
    const second = await start()
    await second.round()
    await second.round()
    await second.close()
    const third = await start()
    await third.round()
    const log = await logOf(file)
    expect(log.filter(({ type }) => type === 'EnrolmentOpened')).toHaveLength(1)
    expect(canonical(third.views.of(seatAllocation))).toBe(canonical(project(seatAllocation, log)))
    expect(third.status()).toMatchObject({ setAside: 0, failingDeadlines: 0, store: 'here' })
    await third.close()
  })

  test('two processes on one file: seven seats are given to seven of forty people', async () => {
    const file = newFile()
    const host = await startHost(training, openPorts(open(file), { now: () => at }))
    await host.execute(aClass())
    await host.execute(training.command.OpenEnrolment({ at, offeringId: 'o-1' }, { commandId: 'open' }))
    await host.close()
    const race = join(import.meta.dirname, '../../examples/host-sqlite/race.ts')
    const codes = await Promise.all(
      ['ada', 'bob'].map(async (name) => {
        const line = ['--import', 'tsx', '--conditions=@training-ops/source', race, file, name, '20']
        const child = spawn(process.execPath, line, { stdio: ['ignore', 'ignore', 'inherit'] })
        return (await once(child, 'exit'))[0]
      }),
    )
    expect(codes).toEqual([0, 0])
    const log = await logOf(file)
    const of = (type: string) =>
      log.filter((event) => event.type === type).map(({ data }) => (data as { learnerId: string }).learnerId)
    expect(new Set(of('EnrolmentRequested')).size).toBe(40)
    expect([of('LearnerEnrolled').length, of('LearnerWaitlisted').length]).toEqual([7, 33])
    expect(new Set([...of('LearnerEnrolled'), ...of('LearnerWaitlisted')]).size).toBe(40)
    expect(seatsOf(project(seatAllocation, log)['o-1'] as never).enrolled).toHaveLength(7)
  })
})
