/** The words of `reports/annual-statistics.ts`. */
export const annualStatistics = {
  'statistics.title': 'Annual training statistics {period}',
  'statistics.headline':
    'Training coverage {coverage}, {hours} per employee; of the enrolments that ended, {completion} were completed.',
  'statistics.headline.least': 'Lowest coverage: {segment}, {share}.',
  'statistics.headline.owed': 'Lowest compliance: {requirement}, {share}.',
  'statistics.headcount': 'Average headcount (mean of the days)',
  'statistics.employedOn': 'Employed on {day}',
  'statistics.classHours': 'Total class hours ({minutes} min each)',
  'statistics.classHoursEach': 'Class hours per employee ({minutes} min each)',
  'statistics.shares': 'Shares of the year',
  'statistics.bySegment': 'By department or group',
  'statistics.shaded':
    'The darker a cell, the higher its share. A cell without a shade has no figure, or one that is not a share.',
  'statistics.segment': 'Department or group',
  'statistics.outside': 'not in the workforce list (leavers, contractors)',
  'statistics.hours': 'Training hours per employee, by the rules of each standard',
  'statistics.hoursText':
    'General: all hours attended. GRI 404-1: without on-site coaching by supervisors. ESRS S1-13: only of training that was completed.',
  'statistics.gri': 'GRI 404-1: average hours of training a year per employee',
  'statistics.gri.rule':
    'GRI 404-1 asks for the mean by gender and by employee category. Employees are the mean of the days of the period; on-site coaching by supervisors is left out.',
  'statistics.esrs': 'ESRS S1-13: training and skills development',
  'statistics.esrs.rule':
    'ESRS S1-13, 83 (b) and 84: mean hours by gender and by employee category, of training that was completed. Employees are heads, no full-time equivalents.',
  'statistics.esrs.noReviews':
    'ESRS S1-13, 83 (a), the share in regular performance and career development reviews, is not told: the records of training hold no reviews.',
  'statistics.esrs.reviews': 'ESRS S1-13, 83 (a): regular performance and career development reviews',
  'statistics.esrs.reviewed': 'Took part',
  'statistics.esrs.share': 'Share',
  'statistics.breakdown': 'By',
  'statistics.group': 'Gender or category',
  'statistics.gender': 'Gender',
  'statistics.employeeCategory': 'Employee category',
  'statistics.heads': 'Employees',
  'statistics.total': 'Total',
  'statistics.byCategory': 'Hours attended by kind of training',
  'statistics.category': 'Kind',
  'statistics.ofAll': 'Of all hours',
  'statistics.funnel': 'From request to result',
  'statistics.stage': 'Stage',
  'statistics.enrolments': 'Enrolments',
  'statistics.ofPrevious': 'Of the previous stage',
  'statistics.ofFirst': 'Of the first stage',
  'statistics.requirement': 'Requirement',
  'statistics.obliged': 'People obliged',
  'statistics.compliance': 'Compliance',
  'statistics.culture': 'Learning culture',
  'statistics.cultureText':
    'Three figures side by side, never added up: wanting to learn, sharing knowledge, coming back.',
  'statistics.reading':
    'Attendance counts on the day of the session, in local days; completion, no-shows and seats count in the period in which the last session of their class was held. What is not yet due changes nothing.',

  'profile.general': 'General',
} as const satisfies Record<string, string>
