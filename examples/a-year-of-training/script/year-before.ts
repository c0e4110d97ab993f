/** The year before (2024), as the old system exported it: a table of who was trained, which is brought in as history. */
import { importHistory } from 'training-ops/interop'
import { employedOn, type Person } from './company.ts'
import { dice } from './dice.ts'
import { type Line, later, shanghai } from './line.ts'

type Row = Readonly<
  Record<'person' | 'course' | 'class' | 'ended' | 'how' | 'minutes' | 'of' | 'score', string | number>
>

const row = (
  person: Person,
  course: string,
  ended: string,
  of: number,
  luck: ReturnType<typeof dice>,
  share: number,
): Row => {
  const came = luck.chance(0.94)
  const passed = came && luck.chance(share)
  return {
    ...{ person: person.id, course, class: `${course}-${ended}`, ended, of },
    how: came ? (passed ? 'passed' : 'not passed') : 'absent',
    minutes: came ? of : 0,
    score: '',
  }
}

export const yearBefore = (people: readonly Person[]): readonly Line[] => {
  const luck = dice(2024)
  const then = employedOn(people, '2024-12-31').filter(({ hiredOn }) => hiredOn < '2024-09-01')
  const obliged = then.filter(({ department }) => department === 'production' || department === 'engineering')
  const managers = then.filter(({ level }) => level === 'manager')
  const newcomers = then.filter(({ hiredOn }) => hiredOn >= '2024-01-01')
  const table = [
    ...obliged
      .filter(() => luck.chance(0.8))
      .map((one, at) => row(one, 'workplace-safety', later('2024-09-02', at % 20), 120, luck, 0.86)),
    ...newcomers.map((one) => row(one, 'onboarding', later(one.hiredOn, 30), 1260, luck, 0.9)),
    ...managers.slice(0, 40).map((one) => row(one, 'leading-first-time', '2024-06-12', 840, luck, 0.85)),
  ]
  const { commands, refused } = importHistory(table, {
    importId: 'lms-2024',
    at: shanghai('2025-01-02', '08:00'),
    zone: 'Asia/Shanghai',
    columns: {
      ...{ learnerId: 'person', courseId: 'course', offeringId: 'class', endedAt: 'ended', ended: 'how' },
      ...{ attendedMinutes: 'minutes', scheduledMinutes: 'of' },
    },
    endings: { passed: 'completed', 'not passed': 'failed', absent: 'noShow' },
  })
  if (refused.length > 0)
    throw new Error(`rows of the old system were refused: ${JSON.stringify(refused[0])}`)
  return commands as readonly Line[]
}
