import {
  assemble,
  createLedger,
  isAccepted,
  needs,
  onboardingProgram,
  onboardingTemplate,
  planning,
  program,
} from 'training-ops'
import { zhCN } from 'training-ops/reports'
import { expect, test } from 'vitest'
import { approved, needed } from './a-plan.ts'

const at = '2026-01-05T01:00:00.000Z'
const wanted = {
  at,
  programId: 'welcome',
  zone: 'Asia/Shanghai',
  proposedBy: 'lin',
  courses: { culture: ['c-1'], policies: ['c-2'], jobSkills: ['c-3', 'c-4'], careerDevelopment: ['c-5'] },
  due: '2026-12-31',
  competency: { frameworkId: 'f-1', competency: 'service', requiredLevel: 2 },
  accountableId: 'mei',
  responsibleIds: ['lin'],
} as const
type Asked = Parameters<ReturnType<typeof begin>['execute']>[0]
const begin = () =>
  createLedger(assemble([needs, planning], {}, { trusted: true }), { events: [...needed, ...approved] })

test('onboarding leads from culture over policies and job skills to career development, one after the other', () => {
  expect(onboardingTemplate.stages.map(({ stage }) => stage)).toEqual([
    'culture',
    'policies',
    'jobSkills',
    'careerDevelopment',
  ])
  expect(onboardingTemplate.progression).toBe('sequential')
})

test('team building is part of onboarding', () => {
  const with_ = onboardingTemplate.stages.filter(({ activities }) =>
    activities.some(({ activity }) => activity === 'teamBuilding'),
  )
  expect(with_.map(({ stage }) => stage)).toEqual(['culture', 'jobSkills'])
})

test('the onboarding template sets up a program that lacks only what its organisation knows', () => {
  const ledger = begin()
  const ask = (type: string, data: object, commandId: string) =>
    ledger.execute({ type, data, metadata: { commandId } } as Asked)
  onboardingProgram({ ...wanted, language: zhCN }).forEach(({ type, data }, index) => {
    expect(isAccepted(ask(type, data as object, `t-${index}`)), type).toBe(true)
  })
  const here = { at, programId: 'welcome' }
  expect(ask('SubmitProgram', { ...here, submittedBy: 'lin' }, 's-1')).toMatchObject({
    left: { code: 'ProgramIncomplete', missing: ['budget'] },
  })
  ask('LinkNeed', { ...here, needId: 'n-1', objectiveIds: ['reaction', 'learning', 'competence'] }, 'n')
  ask(
    'PlanBudget',
    { ...here, planId: 'plan-2026', lineId: 'l-1', amount: { minor: 9, currency: 'CNY' } },
    'b',
  )
  const submitted = ask('SubmitProgram', { ...here, submittedBy: 'lin' }, 's-2')
  expect(submitted).toMatchObject({ _tag: 'Right' })
  expect(submitted).not.toHaveProperty('advisories')
  expect(ledger.project(program).welcome).toMatchObject({
    title: '新员工入职培训',
    audience: { level: 'newHire' },
    progression: 'sequential',
    stages: [
      { stage: 'culture', title: '公司文化', courseIds: ['c-1'] },
      { stage: 'policies', title: '制度流程' },
      { stage: 'jobSkills', title: '岗位技能', courseIds: ['c-3', 'c-4'] },
      { stage: 'careerDevelopment', title: '职业发展' },
    ],
    objectives: { competence: { measure: 'proficiency', target: { value: 2 } } },
  })
})
