/** Lives of the delivery room in small worlds, each where another half of the enrolment rules is put to the test. */
import { type StoryOptions, stories, universe } from 'training-ops/testing'
import { monday, training, tuesday } from './an-offering.ts'

const base = {
  courseId: 1,
  programId: 1,
  instrumentId: ['test'],
  'RequestEnrolment.completedCourses': [['basics'], []],
  'SetPrerequisites.competencies': [[]],
  'SetPrerequisites.versions': [[]],
  'SetPrerequisites.courses': [['basics', 'advanced'], ['basics'], []],
  'SetStagePrerequisites.stages': [[], [{ stage: 'culture', courses: ['culture'] }]],
  employment: [{ hiredOn: '2020-01-01' }, { hiredOn: '2020-01-01' }, { hiredOn: '2027-01-01' }],
  enrolmentOpens: ['2026-04-05T00:00:00.000Z'],
  enrolmentCloses: [monday.start],
  title: ['Selling'],

  'ScheduleOffering.kind': ['course'],
  'ScheduleOffering.modality': ['classroom'],
}

/** Many want few seats: two classes at the same hours or not, on every kind of terms. */
const crowd: StoryOptions = {
  in: universe(
    {
      ...base,
      offeringId: 2,
      toOfferingId: ['offering-1', 'offering-2'],
      learnerId: 4,
      department: ['sales', 'production'],
      priority: [0, 5],
      'RequestEnrolment.level': ['senior'],
      'RequestEnrolment.jobFamily': ['sales'],
      'ScheduleOffering.sessions': [[monday], [monday], [tuesday]],
      'ScheduleOffering.courseId': ['course-1', 'course-1', 'course-1', 'course-2'],
      'ScheduleOffering.capacity': [
        { min: 0, max: 1 },
        { min: 0, max: 3 },
      ],
      'ChangeCapacity.capacity': [
        { min: 0, max: 2 },
        { min: 0, max: 1 },
      ],
      withdrawalDeadline: ['2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00.000Z', monday.start],
      quotas: [
        [],
        [{ segment: { department: 'sales' }, max: 1 }],
        [{ segment: { department: 'sales' }, max: 0 }],
      ],
      price: [{ minor: 100_00, currency: 'CNY' }],
      waitlist: ['firstCome', 'priority', 'lottery', 'none', 'none'],
      lateWithdrawal: ['recorded', 'refused'],
      prework: [{ materials: ['Reader'], daysBefore: 7 }],
      seed: ['beacon'],
    },
    { days: ['2026-03-02'] },
  ),
  upTo: 45,
  only: [
    ...[
      'ScheduleOffering',
      'SetEnrolmentTerms',
      'SetPrerequisites',
      'SetStagePrerequisites',
      'OpenEnrolment',
      'RequestEnrolment',
    ],
    ...['ApproveEnrolment', 'DeclineEnrolment', 'WithdrawEnrolment', 'TransferEnrolment', 'ChangeCapacity'],
    ...['CloseEnrolmentWindow', 'DrawLottery', 'CancelOffering', 'SendPrework', 'AcknowledgePrework'],
  ],
  often: {
    ScheduleOffering: 20,
    SetEnrolmentTerms: 4,
    SetPrerequisites: 1,
    SetStagePrerequisites: 0.3,
    OpenEnrolment: 12,
    RequestEnrolment: 14,
    ApproveEnrolment: 3,
    DeclineEnrolment: 0.4,
    WithdrawEnrolment: 2,
    TransferEnrolment: 12,
    ChangeCapacity: 0.4,
    CloseEnrolmentWindow: 1,
    DrawLottery: 8,
    CancelOffering: 0.1,
    SendPrework: 4,
    AcknowledgePrework: 8,
  },
}

/** One class from the first seat to the last correction. */
const classroom: StoryOptions = {
  in: universe(
    {
      ...base,
      offeringId: 1,
      learnerId: 2,
      sessionId: [monday.sessionId, tuesday.sessionId],
      'ScheduleOffering.sessions': [[monday], [monday, tuesday]],
      'ScheduleOffering.approval': ['automatic'],
      capacity: [{ min: 0, max: 2 }],
      completionRule: [
        {
          require: 'any',
          of: [
            { kind: 'attendance', atLeast: 10_000 },
            { kind: 'result', instrumentId: 'test', mastery: 600, maxAttempts: 2, retakeAfterDays: 3 },
            { kind: 'modulesDone', modules: ['reading'] },
          ],
        },
        {
          require: 'atLeast',
          count: 2,
          of: [
            { kind: 'attendance', atLeast: 5000 },
            { kind: 'responseSubmitted', instrumentId: 'test' },
            { kind: 'result', instrumentId: 'test', mastery: 600, maxAttempts: 1 },
          ],
        },
      ],
      withdrawalDeadline: [monday.start],
      'RescheduleSession.session': [{ ...monday, start: '2026-04-06T02:00:00.000Z' }],
      minutes: [0, 480, 481],
      attempt: [1, 2, 3],
      scaled: [400, 400, 700, 1001],
      module: ['reading'],
      actualStart: [monday.start],
      actualEnd: [monday.end],
      waivedBy: ['boss'],
      grounds: ['equivalent'],
    },
    { days: ['2026-03-02', '2026-04-08', '2026-04-20'] },
  ),
  upTo: 50,
  invalidRatio: 0.3,
  only: [
    ...['ScheduleOffering', 'OpenEnrolment', 'RequestEnrolment', 'ConfirmOffering', 'DeliverSession'],
    ...['RecordAttendance', 'CorrectAttendance', 'RecordModuleDone', 'RecordResponse', 'RecordResult'],
    ...['WaiveRequirement', 'CloseEnrolment', 'CompleteOffering', 'WithdrawEnrolment', 'RescheduleSession'],
    ...['CorrectResult', 'AdmitLearner'],
  ],
  often: {
    ScheduleOffering: 3,
    OpenEnrolment: 3,
    RequestEnrolment: 3,
    ConfirmOffering: 3,
    DeliverSession: 5,
    RecordAttendance: 6,
    CorrectAttendance: 4,
    RecordModuleDone: 0.3,
    RecordResponse: 0.3,
    RecordResult: 6,
    CorrectResult: 2,
    AdmitLearner: 0.3,
    WaiveRequirement: 0.2,
    CloseEnrolment: 2,
    CompleteOffering: 0.1,
    WithdrawEnrolment: 0.2,
    RescheduleSession: 0.2,
  },
}

export const crowded = stories(training, crowd)
export const attending = stories(training, classroom)
