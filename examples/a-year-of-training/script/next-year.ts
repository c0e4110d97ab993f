/** What next year needs (2026): asked in autumn, put in order, and planned; the plan waits for its approval. */
import { ask } from './ask.ts'
import { employedOn, type Person } from './company.ts'
import { dice } from './dice.ts'
import { type Line, lines, shanghai } from './line.ts'
import { leaning, opinions } from './questions.ts'

const assessmentId = 'na-2026'
const planId = 'plan-2026'
const service = { department: 'service' } as const
const questions = ['toolsFit', 'coached', 'wantsPractice'].map((itemId) => ({
  itemId,
  subscale: 'need',
  scale: { min: 1, max: 5 },
}))

/** Of a random half of service, sales and the managers of both. */
const survey = (people: readonly Person[]): readonly Line[] => {
  const luck = dice(2026)
  const asked = employedOn(people, '2025-10-20').filter(
    ({ department }) => (department === 'service' || department === 'sales') && luck.chance(0.2),
  )
  return [
    lines('needs-survey')('PublishInstrumentVersion', {
      at: shanghai('2025-10-14', '09:00'),
      instrumentId: 'needs-survey',
      version: 1,
      title: 'Needs of 2026 · 2026 年需求调研',
      kind: 'survey',
      items: questions,
    }),
    ...ask({
      administrationId: 'needs-2026',
      instrumentId: 'needs-survey',
      purpose: 'needs',
      opens: shanghai('2025-10-20', '09:00'),
      closes: shanghai('2025-10-31', '18:00'),
      people: asked.map((person) => ({
        respondentId: person.id,
        learnerId: person.id,
        role: 'self' as const,
        at: shanghai('2025-10-23', '10:00'),
        ...(luck.chance(0.78) ? { answers: opinions(questions, { need: 3.4 }, leaning(person), luck) } : {}),
      })),
    }),
  ]
}

const evidence = [
  [
    'service',
    'staff',
    'survey',
    'person',
    'Service rates “the new ordering tool helps me” 3.1 out of 5. · 服务人员对“新订货系统好用”评 3.1 分（5 分制）。',
  ],
  [
    'service',
    'staff',
    'incident',
    'task',
    'Four of ten orders are entered twice since the tool went live. · 系统上线后，十张订单有四张重复录入。',
  ],
  [
    'sales',
    'staff',
    'performance',
    'organisation',
    'The trained teams convert 22%, the northern teams 19%. · 参训团队转化率 22%，北方团队 19%。',
  ],
  [
    'sales',
    'staff',
    'survey',
    'person',
    'Sales want practice on figures with their own deals. · 销售希望用自己的商机练习算价值。',
  ],
  [
    'production',
    'manager',
    'audit',
    'task',
    'On the night shift nobody leads the refresher. · 夜班无人组织安全复训。',
  ],
  [
    'production',
    'manager',
    'performance',
    'organisation',
    'Supervisors gave feedback in 38% of talks that were observed. · 观察的谈话中，主管给出反馈的占 38%。',
  ],
  [
    'engineering',
    'staff',
    'exitInterview',
    'person',
    'Engineers leave for pay, not for want of courses. · 研发人员因薪酬离职，不是缺少课程。',
  ],
] as const

/** Of each role: competency, level asked for, assessed, below it, levels missing, never assessed. */
const gaps = [
  [
    'sales',
    'staff',
    'seller',
    [
      ['needs-questioning', 3, 118, 31, 35, 10],
      ['value-arguing', 3, 118, 79, 96, 10],
    ],
  ],
  [
    'production',
    'manager',
    'supervisor',
    [
      ['feedback', 3, 24, 17, 22, 3],
      ['delegation', 2, 24, 9, 9, 3],
    ],
  ],
] as const

const needs = [
  [
    'need-26-tool',
    'Use the new ordering tool well · 用好新订货系统',
    [1, 2],
    'skill',
    'required',
    { ...service, level: 'staff' },
    84,
  ],
  [
    'need-26-value',
    'Put a figure on value, in the north too · 北方团队：用数字讲清价值',
    [3, 4],
    'skill',
    'required',
    { department: 'sales', level: 'staff' },
    128,
  ],
  [
    'need-26-coach',
    'Supervisors who coach on the job · 主管在岗辅导',
    [5, 6],
    'skill',
    'requested',
    { department: 'production', level: 'manager' },
    27,
  ],
  [
    'need-26-pay',
    'Keep engineers · 留住研发人员',
    [7],
    'environment',
    'requested',
    { department: 'engineering', level: 'staff' },
    240,
  ],
] as const

const programs = [
  [
    'value-2026',
    'need-26-value',
    'Selling value, north · 价值销售（北方）',
    'sales-head-wu',
    '2026-01-01',
    '2026-04-01',
    31_000_000,
    'conversionRate',
    4,
    'Conversion of the north up by 10% · 北方团队转化率相对提升 10%',
    { department: 'sales' },
    128,
  ],
  [
    'tool-2026',
    'need-26-tool',
    'The ordering tool at work · 订货系统实操',
    'hr-head-jin',
    '2026-04-01',
    '2026-07-01',
    9_000_000,
    'M60',
    3,
    'Seven of ten use it as shown · 七成人员按规范使用',
    service,
    84,
  ],
  [
    'coach-2026',
    'need-26-coach',
    'Coaching on the night shift · 夜班在岗教练',
    'production-head-bai',
    '2026-07-01',
    '2026-10-01',
    12_000_000,
    'M60',
    3,
    'Feedback in six of ten talks · 六成谈话给出反馈',
    { department: 'production' },
    27,
  ],
] as const

export const nextYear = (people: readonly Person[]): readonly Line[] => {
  const write = lines('next-year')
  const at = (day: string, minute = 0) => shanghai(day, `10:${String(minute).padStart(2, '0')}`)
  return [
    write('OpenNeedsAssessment', {
      at: at('2025-10-13'),
      assessmentId,
      title: 'Training needs 2026 · 2026 年度培训需求',
      period: { from: '2026-01-01', to: '2027-01-01' },
      segments: [
        service,
        { department: 'sales' },
        { department: 'production' },
        { department: 'engineering' },
      ],
      drivers: [
        {
          driver: 'north',
          kind: 'businessExpansion',
          title: 'The north as the south · 北方复制华南',
          weight: 6000,
          horizon: 'current',
        },
        {
          driver: 'erp-26',
          kind: 'digitalTransformation',
          title: 'The ERP in daily work · ERP 用到日常',
          weight: 4000,
          horizon: 'current',
        },
      ],
    }),
    ...survey(people),
    ...evidence.map(([department, level, source, analysisLevel, summary], nth) =>
      write('RecordNeedEvidence', {
        at: at('2025-11-04', nth),
        ...{ assessmentId, evidenceId: `ev26-${nth + 1}`, source, analysisLevel, summary, measurements: [] },
        segment: { department, level },
        ...(source === 'survey' ? { administrationId: 'needs-2026' } : {}),
      }),
    ),
    ...gaps.map(([department, level, role, levels], nth) =>
      write('RecordNeedEvidence', {
        at: at('2025-11-05', nth),
        ...{ assessmentId, evidenceId: `gaps26-${nth + 1}`, source: 'competency', analysisLevel: 'person' },
        segment: { department, level },
        summary: 'Counted from the competence records. · 由胜任力评定记录统计。',
        measurements: [],
        gaps: levels.map(([competency, requiredLevel, assessed, withGap, missingLevels, unassessed]) => ({
          ...{ frameworkId: 'hengyuan-competencies', role, competency, requiredLevel },
          ...{ assessed, withGap, missingLevels, stale: 0, unassessed },
        })),
      }),
    ),
    ...needs.map(([needId, title, of, cause, origin, segment, headcount], nth) =>
      write('IdentifyNeed', {
        at: at('2025-11-10', nth),
        ...{ assessmentId, needId, title, cause, origin, segment, headcount, horizon: 'current' },
        evidenceIds: [
          ...of.map((one) => `ev26-${one}`),
          ...(needId === 'need-26-value' ? ['gaps26-1'] : needId === 'need-26-coach' ? ['gaps26-2'] : []),
        ],
      }),
    ),
    write('PrioritizeNeeds', {
      at: at('2025-11-14'),
      assessmentId,
      method: {
        kind: 'weightedFactors',
        weights: { strategicWeight: 4000, gap: 3000, headcount: 1500, urgency: 1500 },
        futureDiscount: 10_000,
        ratings: [
          {
            needId: 'need-26-value',
            factors: { strategicWeight: 9500, gap: 7000, headcount: 6000, urgency: 7000 },
          },
          {
            needId: 'need-26-tool',
            factors: { strategicWeight: 7000, gap: 8000, headcount: 4500, urgency: 8500 },
          },
          {
            needId: 'need-26-coach',
            factors: { strategicWeight: 5500, gap: 6500, headcount: 2000, urgency: 6000 },
          },
        ],
      },
    }),
    write('PublishNeedsReport', { at: at('2025-11-20'), assessmentId }),
    write('DraftPlan', {
      at: at('2025-11-24'),
      ...{
        planId,
        unitId: 'hengyuan',
        draftedBy: 'ops-lin',
        title: 'Training plan 2026 · 2026 年度培训计划',
      },
      period: { from: '2026-01-01', to: '2027-01-01' },
    }),
    ...programs.flatMap(
      (
        [programId, needId, title, ownerId, from, to, minor, measure, level, goal, audience, headcount],
        nth,
      ) => {
        const budget = { minor, currency: 'CNY' }
        return [
          write('AddPlanLine', {
            at: at('2025-11-24', nth * 10 + 1),
            ...{ planId, lineId: `line-${programId}`, title, needIds: [needId], audience, headcount, budget },
          }),
          write('ProposeProgram', {
            at: at('2025-11-24', nth * 10 + 2),
            ...{
              programId,
              title,
              kind: 'program',
              audience,
              zone: 'Asia/Shanghai',
              ownerId,
              proposedBy: 'ops-lin',
            },
            period: { from, to },
          }),
          write('SetObjective', {
            at: at('2025-11-24', nth * 10 + 3),
            ...{
              programId,
              objectiveId: `${programId}-goal`,
              title: goal,
              level,
              measure,
              due: '2026-12-15',
            },
            ...(level === 4
              ? {
                  unit: 'basisPoints',
                  baseline: 1900,
                  target: { kind: 'relative', direction: 'increase', value: 1000 },
                }
              : {
                  unit: 'share',
                  target: { kind: 'absolute', direction: 'increase', value: level === 3 ? 0.6 : 0.7 },
                }),
          }),
          write('LinkNeed', {
            at: at('2025-11-24', nth * 10 + 4),
            programId,
            needId,
            objectiveIds: [`${programId}-goal`],
          }),
          write('PlanBudget', {
            at: at('2025-11-24', nth * 10 + 5),
            ...{ programId, planId, lineId: `line-${programId}`, amount: budget },
          }),
        ]
      },
    ),
    write('SubmitPlan', { at: at('2025-12-10'), planId, submittedBy: 'ops-lin' }),
  ]
}
