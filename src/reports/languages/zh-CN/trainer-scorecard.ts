import type { trainerScorecard as english } from '../en/trainer-scorecard.ts'
import type { SameWords } from '../language.ts'

export const trainerScorecard: SameWords<typeof english> = {
  'trainerCard.title': '讲师评价表',
  'trainerCard.purpose': '{period}：讲师的授课量、时间占用、评分以及授课资格。',
  'trainerCard.headline': '{trainers} 位讲师共授课 {hours} 小时。',
  'trainerCard.headline.rated': '学员评分最高：{best}；最低：{last}。',
  'trainerCard.headline.one': '{trainer} {rating}（{program}）',
  'trainerCard.learners': '学员评分',
  'trainerCard.overlap': '学员评分最高与最低者的置信区间有重叠，名次可能只是偶然。',
  'trainerCard.nobody': '没有讲师记录。',
  'trainerCard.status': '状态',
  'trainerCard.inPool': '在库',
  'trainerCard.sessions': '授课场次',
  'trainerCard.hours': '授课时长',
  'trainerCard.utilisation': '时间占用率',
  'trainerCard.rating': '组织方评分',
  'trainerCard.development': '培养',
  'trainerCard.prepared': '备课情况',
  'trainerCard.trainer': '讲师',
  'trainerCard.classesReported': '已上报班次',
  'trainerCard.fullyPrepared': '备课完成',
  'trainerCard.leastPrepared': '最低备课进度',
  'trainerCard.noPreparation': '没有备课进度记录。',
  'trainerCard.noDevelopment': '没有安排培养。',
  'trainerCard.activity': '内容',
  'trainerCard.mayTeach': '可授课程',
  'trainerCard.unqualified': '没有授课资格记录。',
  'trainerCard.reading':
    '授课时长只计已举行的场次。时间占用率 = 已占用分钟数 ÷ 可用分钟数，可用时间以本单位口径为准。平均评分先把每个评分换算为 1–5 分制；n 为评分份数。组织方评分来自聘用和观课人员；学员评分为学员对讲师相关题目的作答，各班合并计算，附 95% 置信区间。由多位讲师合授的班次不计入任何一位；答卷少于约定下限的不予显示。资格在期末之前到期的，注明“已到期”。',

  'development.trainTheTrainer': '讲师培训（TTT）',
  'development.coaching': '辅导',
  'development.coTeaching': '联合授课',
}
