/** How a class of the managers' camp is set up and run, written down once (培训项目执行SOP) and followed for each class. */
import type { SopToFollow } from 'training-ops'
import { type Line, lines, shanghai } from './line.ts'

export const campSop: SopToFollow = {
  sopId: 'sop-camp',
  version: 1,
  kind: 'course',
  tasks: [
    {
      task: 'seating',
      title: 'Tables for groups of four · 四人一组摆桌',
      artefact: 'seating',
      department: 'administration',
      role: 'administration',
      offset: -1,
      anchor: 'start',
      neededFor: 'delivery',
    },
    {
      task: 'projector',
      title: 'Projector and sound tried out · 投影与音响测试',
      artefact: 'projector',
      department: 'it',
      role: 'it',
      offset: -1,
      anchor: 'start',
      neededFor: 'delivery',
    },
    {
      task: 'learning-projects',
      title: 'Each manager has a project for the weeks after · 每位学员选定行动学习课题',
      artefact: 'actionPlan',
      department: 'operations',
      role: 'trainer',
      offset: 0,
      anchor: 'end',
      neededFor: 'completion',
    },
  ],
  forms: {
    enrolment: { approval: 'automatic', closesDaysBefore: 5, withdrawalDaysBefore: 3 },
    materials: [
      {
        item: 'workbook',
        title: 'Workbook · 学员手册',
        quantity: 1,
        per: 'learner',
        department: 'operations',
        daysBefore: 2,
      },
    ],
  },
}

export const sopYear = (): readonly Line[] => [
  lines(campSop.sopId)('PublishSopVersion', {
    at: shanghai('2025-02-10', '10:00'),
    title: 'Leading for the first time: how a class is run · 基层管理者训练营执行 SOP',
    ...campSop,
  }),
]
