import { column, readCsv, sum } from './read.ts'
import { publishedIsOff, type Row, rounded } from './row.ts'

export const edxHarvardMit = (folder: string): readonly Row[] => {
  const courses = readCsv(folder, 'edx-harvard-mit/appendix.csv')
  const certified = sum(column(courses, 'Certified'))
  const participants = sum(column(courses, 'Participants (Course Content Accessed)'))
  const hundredths = column(courses, 'Total Course Hours (Thousands)').map((hours) => Math.round(hours * 100))
  const hours = sum(hundredths) / 100
  return [
    rounded('edx-harvard-mit', 'courses', '290', courses.length),
    rounded('edx-harvard-mit', 'certificates, thousands', '245', certified / 1000),
    publishedIsOff(
      'edx-harvard-mit',
      'participants, millions',
      '4.5',
      participants / 1e6,
      '4.449857',
      'its own appendix adds up to 4,449,857, which rounds to 4.4',
    ),
    rounded('edx-harvard-mit', 'hours, millions', '28', hours / 1000),
    rounded('edx-harvard-mit', 'certificates (recomputed)', '244705', certified),
    rounded('edx-harvard-mit', 'participants (recomputed)', '4449857', participants),
    rounded('edx-harvard-mit', 'hours, thousands (recomputed)', '27544.73', hours),
  ]
}
