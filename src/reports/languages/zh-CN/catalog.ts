import type { catalog as english } from '../en/catalog.ts'
import type { SameWords } from '../language.ts'

export const catalog: SameWords<typeof english> = {
  'command.DraftCourse': '新建课程草稿',
  'command.PublishCourseVersion': '发布课程版本',
  'command.ReviseCourse': '修订课程',
  'command.AddCase': '收录案例',
  'command.RetireCourse': '停用课程',
  'command.DeclareEquivalence': '认定等效课程',
  'command.EndEquivalence': '终止等效课程',
  'command.WithdrawCase': '停用案例',

  'rejection.DurationMismatch': '各模块合计 {modules} 分钟，与总时长 {total} 分钟不符。',
  'rejection.CompletionRuleInvalid': '结业规则无法满足（{because}）。',
  'rejection.PrerequisiteCycle': '先修课程形成循环：{path}。',
  'rejection.DuplicateCase': '案例 {caseId} 已经收录。',

  'rejection.AlternativesTooFew': '{of} 中无法完成 {atLeast} 门。',
  'rejection.CourseCountsAsItself': '课程 {courseId} 本来就等同于自身。',
  'rejection.EquivalenceOverlaps': '自 {from} 起已经等效。',
  'rejection.SuccessorRetired': '课程 {successorId} 自身已停用，不能替代其他课程。',

  'subject.case': '案例',
  'subject.courseVersion': '课程版本',
  'subject.prerequisite': '先修课程',
  'subject.equivalence': '等效课程',
  'subject.course': '课程',

  'term.inUse': '使用中',
  'term.outOfUse': '已停用',
  'term.countAboveCriteria': '要求的条数多于标准条数',
  'term.criterionTwice': '同一标准出现两次',
}
