/** Lives of the delivery room in small worlds, each where another half of the enrolment rules is put to the test. */
import { type StoryOptions, stories, universe } from 'training-ops/testing'
import { at, monday, training, tuesday } from './an-offering.ts'

const base = {
  courseId: 1,
  programId: 1,
  instrumentId: ['test'],
  'RequestEnrolment.completedCourses': [['basics'], []],
  'SetPrerequisites.competencies': [[]],
  'SetPrerequisites.versions': [[]],
  'SetPrerequisites.alternatives': [
    [],
    [],
    [{ atLeast: 1, courseIds: ['basics', 'culture'] }],
    [{ atLeast: 2, courseIds: ['basics'] }],
  ],
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
      joins: ['onSite', 'online'],
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
      retracted: [1, 2].map((attempt) => ({ kind: 'result', instrumentId: 'test', attempt })),
    },
    { days: ['2026-03-02', '2026-04-08', '2026-04-20'] },
  ),
  upTo: 50,
  invalidRatio: 0.3,
  only: [
    ...['ScheduleOffering', 'OpenEnrolment', 'RequestEnrolment', 'ConfirmOffering', 'DeliverSession'],
    ...['RecordAttendance', 'CorrectAttendance', 'RecordModuleDone', 'RecordResponse', 'RecordResult'],
    ...['WaiveRequirement', 'CloseEnrolment', 'CompleteOffering', 'WithdrawEnrolment', 'RescheduleSession'],
    ...['CorrectResult', 'AdmitLearner', 'RetractProgress'],
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
    RetractProgress: 2,
    AdmitLearner: 0.3,
    WaiveRequirement: 0.2,
    CloseEnrolment: 2,
    CompleteOffering: 0.1,
    WithdrawEnrolment: 0.2,
    RescheduleSession: 0.2,
  },
}

/** Two classes with a seat each, offered for two days to who moves up. */
const oneClass = { ...base, courseId: ['course-1'], offeringId: ['offering-1', 'offering-2'] }
const offerHours = 48
const offers: StoryOptions = {
  in: universe(
    {
      ...oneClass,
      toOfferingId: oneClass.offeringId,
      learnerId: 4,
      priority: [0, 5],
      'ChangeCapacity.capacity': [
        { min: 0, max: 1 },
        { min: 0, max: 2 },
      ],
      until: ['2026-03-04T09:00:00.000Z'],
    },
    { days: ['2026-03-02', '2026-03-04', '2026-04-06'] },
  ),
  upTo: 30,
  given: oneClass.offeringId.flatMap((offeringId, nth) => {
    const of = { at, offeringId }
    const more = { seatOfferHours: offerHours, lateWithdrawal: nth === 0 ? 'recorded' : 'refused' }
    return [
      {
        type: 'ScheduleOffering',
        data: {
          ...of,
          ...{ courseId: 'course-1', courseVersion: 1, title: 'Selling', modality: 'classroom' },
          ...{ sessions: [nth === 0 ? monday : tuesday], capacity: { min: 0, max: 1 } },
          ...{ completionRule: { require: 'all', of: [] }, withdrawalDeadline: '2026-03-03T01:00:00.000Z' },
        },
      },
      { type: 'SetEnrolmentTerms', data: { ...of, ...more, waitlist: nth === 0 ? 'firstCome' : 'priority' } },
      { type: 'OpenEnrolment', data: of },
    ]
  }),
  only: [
    ...['RequestEnrolment', 'WithdrawEnrolment', 'TransferEnrolment', 'ChangeCapacity'],
    ...['AcceptSeatOffer', 'DeclineSeatOffer', 'LapseSeatOffer'],
  ],
  often: { RequestEnrolment: 8, WithdrawEnrolment: 3, AcceptSeatOffer: 9, ChangeCapacity: 0.2 },
}

/** Every way in, into two classes of two days: before, while and after they are held. */
const entering: StoryOptions = {
  in: universe(
    {
      ...oneClass,
      toOfferingId: oneClass.offeringId,
      learnerId: 4,
      sessionId: [monday.sessionId, tuesday.sessionId],
      employment: [{ hiredOn: '2020-01-01' }, { hiredOn: '2027-01-01' }],
      completedCourses: [['basics'], []],
      competencies: [[]],
      department: ['sales'],
      'EnrolLearners.learners': [
        [{ learnerId: 'learner-1', completedCourses: ['basics'] }, { learnerId: 'learner-2' }],
        [
          { learnerId: 'learner-3', completedCourses: ['basics'], employment: { hiredOn: '2027-01-01' } },
          { learnerId: 'learner-4', completedCourses: ['basics'] },
          { learnerId: 'learner-1', completedCourses: ['basics'] },
        ],
      ],
      admittedBy: ['lin'],
      approvedBy: ['lin'],
      seed: ['beacon'],
      until: ['2026-03-04T09:00:00.000Z'],
      actualStart: [monday.start],
      actualEnd: [monday.end],
    },
    { days: ['2026-03-02', '2026-03-04', '2026-04-06', '2026-04-07'] },
  ),
  upTo: 30,
  given: oneClass.offeringId.flatMap((offeringId, nth) => {
    const of = { at, offeringId }
    return [
      {
        type: 'ScheduleOffering',
        data: {
          ...of,
          ...{ courseId: 'course-1', courseVersion: 1, title: 'Selling', modality: 'classroom' },
          ...{ sessions: [monday, tuesday], capacity: { min: 0, max: 2 } },
          ...{ completionRule: { require: 'all', of: [] }, approval: nth === 0 ? 'required' : 'automatic' },
        },
      },
      {
        type: 'SetEnrolmentTerms',
        data: nth === 0 ? { ...of, seatOfferHours: offerHours } : { ...of, waitlist: 'lottery' },
      },
      ...(nth === 0 ? [{ type: 'SetPrerequisites', data: { ...of, courses: ['basics'] } }] : []),
      { type: 'OpenEnrolment', data: of },
    ]
  }),
  only: [
    ...['RequestEnrolment', 'ApproveEnrolment', 'TransferEnrolment', 'EnrolLearners', 'AdmitLearner'],
    ...['AcceptSeatOffer', 'DrawLottery', 'WithdrawEnrolment', 'CloseEnrolmentWindow', 'ConfirmOffering'],
    ...['DeliverSession', 'ChangeCapacity'],
  ],
  often: {
    RequestEnrolment: 6,
    EnrolLearners: 3,
    AdmitLearner: 3,
    TransferEnrolment: 4,
    DrawLottery: 6,
    ConfirmOffering: 0.5,
    ChangeCapacity: 0.2,
  },
}

export const everyWayIn = stories(training, entering)
export const offered = stories(training, offers)
export const crowded = stories(training, crowd)
export const attending = stories(training, classroom)
