/** The words of `reports/annual-statistics.ts`. */
export const annualStatistics = {
  'statistics.title': 'Annual training statistics {period}',
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
