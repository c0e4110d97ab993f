/** One class from announcement to the last roll call, as operations would enter it. */
import { type ClassToSetUp, instantiate, type SopToFollow } from 'training-ops'
import type { Person } from './company.ts'
import type { Dice } from './dice.ts'
import { type Line, later, lines, shanghai } from './line.ts'

export type Class = {
  readonly offeringId: string
  readonly courseId: string
  readonly programId?: string
  readonly title: string
  readonly kind?: 'course' | 'knowledgeSharing'
  readonly modality: string
  /** The first day; further days follow it. */
  readonly day: string
  readonly days: number
  readonly hoursADay: number
  readonly seats?: number
  readonly min: number
  readonly trainerId: string
  /** The written procedure it is set up by; without one, operations sets it up by hand. */
  readonly sop?: SopToFollow
  /** What is to be read before. */
  readonly prework?: string
  readonly source: 'assigned' | 'manager' | 'self'
  /** What must be so for the attempt to count. */
  readonly completionRule: ClassToSetUp['completionRule']
  /** A scored test at the end, in thousandths. */
  readonly test?: { readonly instrumentId: string; readonly scaledOf: (person: Person) => number }
}

export type Run = {
  readonly lines: readonly Line[]
  /** Who was there to the end. */
  readonly present: readonly Person[]
  readonly lastDay: string
}

export const runAnOffering = (plan: Class, asking: readonly Person[], dice: Dice): Run => {
  const { offeringId, courseId, programId, title, modality, day, days, hoursADay, seats, min, trainerId } =
    plan
  const write = lines(offeringId, programId)
  const written: Line[] = []
  const say = (type: string, data: Line['data']) => written.push(write(type, data))
  const sessions = Array.from({ length: days }, (_, at) => ({
    sessionId: `${offeringId}-d${at + 1}`,
    start: shanghai(later(day, at), '09:00'),
    end: shanghai(later(day, at), `${String(9 + hoursADay).padStart(2, '0')}:00`),
    zone: 'Asia/Shanghai',
    trainerIds: [trainerId],
  }))
  const announced = later(day, -24)
  const closes = shanghai(later(day, -5), '18:00')

  const wanted = {
    at: shanghai(later(day, -30), '10:00'),
    offeringId,
    courseId,
    courseVersion: 1,
    ...(programId === undefined ? {} : { programId }),
    title,
    modality,
    sessions,
    capacity: { min, ...(seats === undefined ? {} : { max: seats }) },
    completionRule: plan.completionRule,
  }
  const byHand = [
    {
      type: 'ScheduleOffering',
      data: {
        ...wanted,
        kind: plan.kind ?? 'course',
        enrolmentCloses: closes,
        withdrawalDeadline: shanghai(later(day, -3), '18:00'),
      },
    },
    {
      type: 'PlanTask',
      data: {
        at: shanghai(later(day, -29), '10:00'),
        offeringId,
        taskId: 'manuals',
        artefact: 'manual',
        owner: 'operations',
        dueAt: shanghai(later(day, -2), '18:00'),
        neededFor: 'delivery',
      },
    },
  ]
  const setUp = plan.sop === undefined ? byHand : instantiate(plan.sop, wanted)
  for (const { type, data } of setUp) say(type, data)
  const tasks = setUp.flatMap(({ type, data }) => (type === 'PlanTask' ? [data] : []))
  if (plan.prework !== undefined)
    say('SetEnrolmentTerms', {
      at: shanghai(later(day, -30), '10:05'),
      offeringId,
      prework: { materials: [plan.prework], daysBefore: 3 },
    })
  say('BriefTrainer', { at: shanghai(later(day, -26), '10:00'), offeringId, trainerId })
  say('AnnounceOffering', { at: shanghai(announced, '09:00'), offeringId, channel: 'intranet' })
  say('OpenEnrolment', { at: shanghai(announced, '09:05'), offeringId })

  const enrolled: Person[] = []
  const waiting: Person[] = []
  asking.forEach((person, at) => {
    say('RequestEnrolment', {
      at: shanghai(
        later(announced, 1 + Math.floor((at / asking.length) * 15)),
        `${String(9 + (at % 8)).padStart(2, '0')}:${String((at * 7) % 60).padStart(2, '0')}`,
      ),
      offeringId,
      learnerId: person.id,
      source: plan.source,
      department: person.department,
      position: person.level,
      employment: {
        hiredOn: person.hiredOn,
        ...(person.leftOn === undefined ? {} : { leftOn: person.leftOn }),
      },
    })
    const employed =
      person.hiredOn <= day && (person.leftOn === undefined || later(day, days - 1) <= person.leftOn)
    if (employed) (seats === undefined || enrolled.length < seats ? enrolled : waiting).push(person)
  })

  const leaving = enrolled.filter(() => dice.chance(0.05))
  leaving.forEach((person, at) => {
    say('WithdrawEnrolment', {
      at: shanghai(later(day, -6), `${String(9 + (at % 8)).padStart(2, '0')}:30`),
      offeringId,
      learnerId: person.id,
    })
    enrolled.splice(enrolled.indexOf(person), 1)
    const next = waiting.shift()
    if (next !== undefined) enrolled.push(next)
  })
  // the enrolment window ends by itself: enough make the class, too few end it
  if (enrolled.length < min) {
    say('ConfirmOffering', { at: shanghai(later(day, -5), '12:00'), offeringId })
    return { lines: written, present: [], lastDay: day }
  }

  const done = (step: string, at: string) => {
    for (const { taskId, neededFor } of tasks)
      if (neededFor === step) say('CompleteTask', { at, offeringId, taskId })
  }
  done('delivery', shanghai(later(day, -3), '16:00'))
  say('ReportTrainerPreparation', {
    at: shanghai(later(day, -2), '09:00'),
    offeringId,
    trainerId,
    percent: 100,
  })
  if (offeringId.endsWith('-2')) {
    const incident = { offeringId, incidentId: `${offeringId}-projector` }
    say('ReportIncident', { at: shanghai(day, '08:50'), ...incident, kind: 'equipment' })
    say('ResolveIncident', { at: shanghai(day, '09:10'), ...incident })
  }

  const absent = new Set(enrolled.filter(() => dice.chance(0.03)).map(({ id }) => id))
  sessions.forEach(({ sessionId, start, end }, at) => {
    const evening = shanghai(later(day, at), '19:00')
    say('RecordInteraction', {
      at: evening,
      offeringId,
      sessionId,
      kind: 'question',
      observed: { count: Math.ceil(enrolled.length / 2) },
    })
    say('DeliverSession', { at: evening, offeringId, sessionId, actualStart: start, actualEnd: end })
    for (const { id } of enrolled) {
      const full = hoursADay * 60
      const away = absent.has(id)
      const early = !away && dice.chance(0.06)
      say('RecordAttendance', {
        at: evening,
        offeringId,
        learnerId: id,
        sessionId,
        minutes: away ? 0 : early ? Math.max(30, full - dice.between(3, 15) * 10) : full,
        status: away ? 'absent' : early ? 'leftEarly' : 'present',
        method: 'qrCode',
      })
    }
  })
  const lastEvening = shanghai(later(day, days - 1), '19:30')
  const { test } = plan
  const present = enrolled.filter(({ id }) => !absent.has(id))
  if (test !== undefined)
    for (const person of present)
      say('RecordResult', {
        at: lastEvening,
        offeringId,
        learnerId: person.id,
        instrumentId: test.instrumentId,
        attempt: 1,
        scaled: test.scaledOf(person),
      })
  done('completion', lastEvening)
  say('CompleteOffering', { at: shanghai(later(day, days - 1), '20:00'), offeringId })
  return { lines: written, present, lastDay: later(day, days - 1) }
}
