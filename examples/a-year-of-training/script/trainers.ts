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

/** Trainers are named and appointed by the general manager. */
const generalManager = { id: 'gm-tang', role: 'manager' }

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
    write('NominateTrainer', { at, resourceId, nominatedBy: 'gm-tang' }, generalManager),
    write('QualifyTrainer', { at, resourceId, courseIds, level: 'qualified' }),
    write('AppointTrainer', { at, resourceId, appointedBy: 'gm-tang' }, generalManager),
  ])
  const provider = { at, resourceId: 'provider-brightline' }
  const screened = [
    write('RegisterResource', { ...provider, kind: 'provider', title: 'Brightline Consulting · 明途咨询' }),
    write('ScreenProvider', {
      ...provider,
      screenedBy: 'ops-lin',
      criteria: [
        { criterion: 'content', weight: 5000, score: 84 },
        { criterion: 'references', weight: 3000, score: 70 },
        { criterion: 'dataProtection', weight: 2000, score: 75, atLeast: 60 },
      ],
    }),
    write('AgreeTerms', {
      ...provider,
      termsId: 'brightline-2025',
      rate: { amount: { minor: 1_200_000, currency: 'CNY' }, per: 'day' },
      validFrom: at,
    }),
  ]
  return [...colleagues, ...qualified, ...screened, ...ratedInDecember()]
}

/** Whoever books and watches them says how it went: who books the classes, and the heads whose people were taught. */
const ratings: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'trainer-guo': { 'ops-lin': 5, 'hr-head-jin': 4 },
  'trainer-zhou': { 'ops-lin': 4, 'sales-head-wu': 5 },
  'trainer-ext-mei': { 'ops-lin': 3, 'sales-head-wu': 4, 'hr-head-jin': 5 },
  'trainer-han': { 'ops-lin': 4, 'production-head-bai': 3 },
  'provider-brightline': { 'ops-lin': 4, 'sales-head-wu': 4 },
}

const ratedInDecember = (): readonly Line[] => {
  const write = lines('ratings')
  const development = { resourceId: 'trainer-han', developmentId: 'han-ttt' }
  return [
    write('DevelopTrainer', {
      at: shanghai('2025-10-20', '10:00'),
      ...development,
      activity: 'trainTheTrainer',
    }),
    ...Object.entries(ratings).flatMap(([resourceId, by]) =>
      Object.entries(by).map(([ratedBy, rating]) =>
        write('RateResource', { at: shanghai('2025-12-10', '10:00'), resourceId, ratedBy, rating }),
      ),
    ),
    write('CompleteTrainerDevelopment', { at: shanghai('2025-12-11', '10:00'), ...development }),
  ]
}
