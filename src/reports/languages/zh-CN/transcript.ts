import type { transcript as english } from '../en/transcript.ts'
import type { SameWords } from '../language.ts'

export const transcript: SameWords<typeof english> = {
  'transcript.title': '学员培训档案：{learner}',
  'transcript.headline': '报名 {all} 门课程，完成 {done} 门，出勤 {hours}。',
  'transcript.headline.until': '最近到期的证书：{day}。',
  'transcript.number': '工号',
  'transcript.department': '部门',
  'transcript.position': '岗位',
  'transcript.asOf': '截至',
  'transcript.completed': '完成课程',
  'transcript.hours': '出勤时长',
  'transcript.valid': '有效证书',
  'transcript.courses': '课程记录',
  'transcript.noCourses': '尚无报名记录。',
  'transcript.noCourseYet': '课程未定',
  'transcript.version': '{course}（第 {version} 版）',
  'transcript.best': '{best}',
  'transcript.bestOf': '{best}（{attempts} 次中最好）',
  'transcript.certificates': '证书',
  'transcript.noCertificates': '尚未颁发证书。',
  'transcript.withoutEnd': '长期有效',
  'transcript.column.course': '课程',
  'transcript.column.askedBy': '报名方式',
  'transcript.column.askedOn': '报名日期',
  'transcript.column.best': '最好成绩',
  'transcript.column.endedOn': '结束日期',
  'transcript.column.awarded': '颁发日期',
  'transcript.column.validFrom': '生效日期',
  'transcript.column.validUntil': '有效期至',

  'source.assigned': '指派',
  'source.manager': '上级报名',
  'source.self': '自主报名',

  'outcome.passed': '通过',
  'outcome.waived': '免修',
}
