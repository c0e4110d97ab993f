/** Who teaches: on the books, and qualified for what they teach, before the year's first class. */
import { type Line, lines, shanghai } from './line.ts'

const trainers = [
  { resourceId: 'trainer-guo', title: 'Guo · 郭', courseIds: ['onboarding'] },
  { resourceId: 'trainer-zhou', title: 'Zhou · 周', courseIds: ['consultative-selling'] },
  {
    resourceId: 'trainer-ext-mei',
    title: 'Mei (external) · 梅（外聘）',
    courseIds: ['consultative-selling', 'leading-first-time'],
  },
  { resourceId: 'trainer-han', title: 'Han · 韩', courseIds: ['workplace-safety'] },
]

export const trainersYear = (): readonly Line[] => {
  const write = lines('trainers')
  const at = shanghai('2025-01-06', '09:00')
  const colleagues = [1, 2, 3, 4].map((nth) =>
    write('RegisterResource', {
      at,
      resourceId: `colleague-${nth}`,
      kind: 'expert',
      title: `Colleague ${nth} · 同事 ${nth}`,
    }),
  )
  const qualified = trainers.flatMap(({ resourceId, title, courseIds }) => [
    write('RegisterResource', { at, resourceId, kind: 'trainer', title }),
    write('QualifyTrainer', { at, resourceId, courseIds, level: 'qualified' }),
  ])
  return [...colleagues, ...qualified]
}
