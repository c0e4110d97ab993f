/** What was accepted all the same, and what to know about it: of needs and of programs. The others stand with their rooms. */
export const advisoryWords = {
  'advisory.AnalysisLevelMissing': 'No evidence looks at: {levels}.',
  'advisory.ObjectiveNotMeasurable':
    'Objective {objectiveId} is said in words only: a competency and the level to reach in it would make it measurable.',
  'advisory.ObjectiveWithoutNeed': 'No need calls for these objectives: {objectiveIds}.',
  'advisory.IsolationMissing':
    'Program {programId} is to show results, but nothing planned separates the effect of training from everything else.',
  'advisory.MilestonesOpen': 'Milestones were not reached: {milestoneIds}.',
} as const satisfies Record<string, string>

export const advisoryWordsZhCN = {
  'advisory.AnalysisLevelMissing': '以下分析层面没有依据：{levels}。',
  'advisory.ObjectiveNotMeasurable':
    '目标 {objectiveId} 只有文字描述：关联胜任力并注明应达到的等级后方可衡量。',
  'advisory.ObjectiveWithoutNeed': '以下目标没有对应的培训需求：{objectiveIds}。',
  'advisory.IsolationMissing': '项目 {programId} 要评估业务结果，但未安排区分培训效果与其他因素的方法。',
  'advisory.MilestonesOpen': '以下里程碑尚未达成：{milestoneIds}。',
} as const satisfies Record<keyof typeof advisoryWords, string>
