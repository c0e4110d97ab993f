/** Catalog: its commands, rejections, advice and states. */
export const catalog = {
  'command.DraftCourse': 'draft a course',
  'command.PublishCourseVersion': 'publish a version of the course',
  'command.ReviseCourse': 'revise the course',
  'command.AddCase': 'add a case to the course',
  'command.RetireCourse': 'retire the course',
  'command.DeclareEquivalence': 'let the course count as another',
  'command.EndEquivalence': 'let the course no longer count as another',
  'command.WithdrawCase': 'take the case out of use',

  'rejection.DurationMismatch': 'The modules add up to {modules} {modules:minute|minutes}, not {total}.',
  'rejection.CompletionRuleInvalid': 'The completion rule cannot be kept ({because}).',
  'rejection.PrerequisiteCycle': 'The course would ask for itself: {path}.',
  'rejection.DuplicateCase': 'Case {caseId} is in the collection already.',

  'rejection.AlternativesTooFew': 'Of {of} no {atLeast} can be completed.',
  'rejection.CourseCountsAsItself': 'Course {courseId} counts as itself anyway.',
  'rejection.EquivalenceOverlaps': 'It counts already, from {from} on.',
  'rejection.SuccessorRetired':
    'Course {successorId} is retired itself: it cannot take the place of another.',

  'subject.case': 'case',
  'subject.courseVersion': 'version of the course',
  'subject.prerequisite': 'prerequisite',
  'subject.equivalence': 'equivalence',
  'subject.course': 'course',

  'term.inUse': 'in use',
  'term.outOfUse': 'out of use',
  'term.countAboveCriteria': 'it asks for more criteria than there are',
  'term.criterionTwice': 'it names a criterion twice',
} as const satisfies Record<string, string>
