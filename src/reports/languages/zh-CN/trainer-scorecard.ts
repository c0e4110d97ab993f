import type { trainerScorecard as english } from '../en/trainer-scorecard.ts'
import type { SameWords } from '../language.ts'

export const trainerScorecard: SameWords<typeof english> = {
  'trainerCard.title': '讲师评价表',
  'trainerCard.purpose': '{period}：讲师的授课量、时间占用、评分以及授课资格。',
  'trainerCard.nobody': '没有讲师记录。',
  'trainerCard.status': '状态',
  'trainerCard.inPool': '在库',
  'trainerCard.sessions': '授课场次',
  'trainerCard.hours': '授课时长',
  'trainerCard.utilisation': '时间占用率',
  'trainerCard.rating': '平均评分',
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
    '授课时长只计已举行的场次。时间占用率 = 已占用分钟数 ÷ 可用分钟数，可用时间以本单位口径为准。平均评分先把每个评分换算为 1–5 分制；n 为评分份数。评分来自聘用和观课人员，学员的评价见评估报告第一级。资格在期末之前到期的，注明“已到期”。',

  'development.trainTheTrainer': '讲师培训（TTT）',
  'development.coaching': '辅导',
  'development.coTeaching': '联合授课',
}
