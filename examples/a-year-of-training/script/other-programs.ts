/** What else went on that year: onboarding, first-line managers, the safety refresher, and people teaching each other. */
import { ask } from './ask.ts'
import { employedOn, type Person } from './company.ts'
import { dice } from './dice.ts'
import { type Line, later, shanghai } from './line.ts'
import { leaning, opinions, reactionItems } from './questions.ts'
import { type Class, type Run, runAnOffering } from './run-an-offering.ts'
import { campSop } from './sop.ts'

const attendance = (atLeast: number): Class['completionRule'] => ({
  require: 'all',
  of: [{ kind: 'attendance', atLeast }],
})

const reaction = (
  plan: Class,
  run: Run,
  luck: ReturnType<typeof dice>,
  means: Readonly<Record<string, number>>,
) =>
  plan.programId === undefined || run.present.length === 0
    ? []
    : ask({
        administrationId: `${plan.offeringId}-reaction`,
        instrumentId: 'reaction',
        purpose: 'reaction',
        programId: plan.programId,
        offeringId: plan.offeringId,
        opens: shanghai(run.lastDay, '18:00'),
        closes: shanghai(later(run.lastDay, 7), '18:00'),
        people: run.present.map((person) => ({
          respondentId: person.id,
          learnerId: person.id,
          role: 'self' as const,
          at: shanghai(later(run.lastDay, 2), '11:00'),
          ...(luck.chance(0.72) ? { answers: opinions(reactionItems, means, leaning(person), luck) } : {}),
        })),
      })

/** Every other month, whoever has come since: culture, processes, skills, career (公司文化、制度流程、岗位技能、职业发展). */
export const onboardingYear = (people: readonly Person[]): readonly Line[] => {
  const luck = dice(7)
  const newcomers = people.filter(({ level, hiredOn }) => level === 'newHire' && hiredOn >= '2025-01-01')
  return ['2025-03-03', '2025-05-12', '2025-07-07', '2025-09-08', '2025-10-20'].flatMap((day, at, days) => {
    const since = days[at - 1] ?? '2025-01-01'
    const plan: Class = {
      offeringId: `onboarding-${at + 1}`,
      courseId: 'onboarding',
      programId: 'onboarding-2025',
      title: `New-hire onboarding, group ${at + 1} · 新员工入职培训第 ${at + 1} 期`,
      modality: 'blended',
      day,
      days: 3,
      hoursADay: 7,
      seats: 40,
      min: 4,
      trainerId: 'trainer-guo',
      source: 'assigned',
      completionRule: attendance(9000),
    }
    const run = runAnOffering(
      plan,
      newcomers.filter(({ hiredOn }) => hiredOn > since && hiredOn <= day),
      luck,
    )
    return [
      ...run.lines,
      ...reaction(plan, run, luck, { content: 4.2, trainer: 4.4, organisation: 4.2, intent: 4.1 }),
    ]
  })
}

/** Feedback and delegation for people who lead for the first time (基层管理者). */
export const managersYear = (people: readonly Person[]): readonly Line[] => {
  const luck = dice(11)
  const leaders = luck.shuffled(employedOn(people, '2025-04-01').filter(({ level }) => level === 'manager'))
  return ['2025-05-20', '2025-06-17', '2025-09-16'].flatMap((day, at) => {
    const plan: Class = {
      offeringId: `managers-${at + 1}`,
      courseId: 'leading-first-time',
      programId: 'managers-2025',
      title: `Leading for the first time, class ${at + 1} · 基层管理者训练营第 ${at + 1} 班`,
      modality: 'actionLearning',
      day,
      days: 2,
      hoursADay: 7,
      seats: 24,
      min: 10,
      trainerId: 'trainer-ext-mei',
      source: at === 2 ? 'self' : 'manager',
      completionRule: attendance(8000),
      sop: campSop,
    }
    const run = runAnOffering(plan, leaders.slice(at * 29, (at + 1) * 29), luck)
    return [
      ...run.lines,
      ...reaction(plan, run, luck, { content: 3.9, trainer: 4.3, organisation: 3.8, intent: 3.9 }),
    ]
  })
}

/** Once a year for everybody in production and engineering, on line, with a test; valid twelve months (安全复训). */
export const safetyYear = (people: readonly Person[]): readonly Line[] => {
  const luck = dice(23)
  const obliged = employedOn(people, '2025-08-20').filter(
    ({ department }) => department === 'production' || department === 'engineering',
  )
  const aClass = Math.ceil(obliged.length / 6)
  return Array.from({ length: 6 }, (_, at) => {
    const day = later('2025-09-01', at * 3)
    return runAnOffering(
      {
        offeringId: `safety-${at + 1}`,
        courseId: 'workplace-safety',
        programId: 'safety-2025',
        title: `Workplace safety refresher, group ${at + 1} · 安全年度复训第 ${at + 1} 组`,
        modality: 'liveOnline',
        day,
        days: 1,
        hoursADay: 2,
        min: 1,
        trainerId: 'trainer-han',
        source: 'assigned',
        completionRule: {
          require: 'all',
          of: [
            { kind: 'attendance', atLeast: 9000 },
            { kind: 'result', instrumentId: 'safety-test', mastery: 800 },
          ],
        },
        test: {
          instrumentId: 'safety-test',
          scaledOf: (person) =>
            Math.min(1000, Math.round(luck.around(905 + leaning(person) * 80, 60) / 50) * 50),
        },
      },
      obliged.slice(at * aClass, (at + 1) * aClass),
      luck,
    ).lines
  }).flat()
}

/** People teaching each other (知识分享会): open to all, nothing to pass. One found too few. */
export const sharingYear = (people: readonly Person[]): readonly Line[] => {
  const luck = dice(31)
  const topics = [
    { day: '2025-04-17', topic: 'What our returns tell us · 退货告诉我们什么', interested: 48 },
    { day: '2025-06-19', topic: 'Spreadsheets that check themselves · 会自检的表格', interested: 60 },
    { day: '2025-08-21', topic: 'Reading a calibration report · 读懂校准报告', interested: 6 },
    { day: '2025-10-16', topic: 'A year with the new ERP · 新 ERP 这一年', interested: 71 },
  ]
  return topics.flatMap(
    ({ day, topic, interested }, at) =>
      runAnOffering(
        {
          offeringId: `sharing-${at + 1}`,
          courseId: 'knowledge-sharing',
          title: topic,
          kind: 'knowledgeSharing',
          modality: 'classroom',
          day,
          days: 1,
          hoursADay: 2,
          seats: 50,
          min: 8,
          trainerId: `colleague-${at + 1}`,
          source: 'self',
          completionRule: attendance(5000),
        },
        luck.shuffled(employedOn(people, day)).slice(0, interested),
        luck,
      ).lines,
  )
}
