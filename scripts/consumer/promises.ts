/**
 * What the published types promise whoever writes against them. Nothing here is run: it compiles, or a promise is broken.
 * A line under `@ts-expect-error` has to be a mistake.
 */
import {
  type AnyProjection,
  accepted,
  assemble,
  type CommandOf,
  type CommandsOf,
  type Currency,
  code,
  createLedger,
  type DataOf,
  type Day,
  type DeliveryEvent,
  day,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  defineRejections,
  deliveryCommands,
  deliveryEvents,
  type deliveryRejections,
  type EventOf,
  type EventsOf,
  event,
  type Field,
  field,
  type Instant,
  idList,
  instant,
  intent,
  isAccepted,
  isRejected,
  type LearnerId,
  learnerId,
  lifecycle,
  type MinorUnits,
  type Minutes,
  minutes,
  money,
  offering,
  offeringRecord,
  payload,
  period,
  policies,
  projections,
  type RejectionOf,
  refusedBy,
  type StateOf,
  seatAllocation,
  text,
  uniqueBy,
  type ValueOf,
  type View,
} from 'training-ops'
import { toDecider } from 'training-ops/interop'
import * as z from 'zod'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
/** Flattens what is the same but written otherwise: an intersection, a mapped type. */
type Plain<T> = T extends string | number ? T : { [Key in keyof T]: Plain<T[Key]> }
const promised = <_Holds extends true>(): void => {}

const training = assemble(lifecycle, {}, { trusted: true })
const ledger = createLedger(training)
type Asked = CommandOf<typeof training>
type Happened = EventOf<typeof training>
type Refused = RejectionOf<typeof training>

// A command: its type is completed, its data is that type's, ids are plain strings, what has a default may be left out.
promised<Same<string extends Asked['type'] ? true : false, false>>()
type Ask<Type extends Asked['type']> = Extract<Asked, { type: Type }>['data']
promised<Same<Plain<Ask<'OpenEnrolment'>>, { at: Instant; offeringId: string }>>()
promised<Same<Plain<Ask<'RequestEnrolment'>['source']>, 'self' | 'manager' | 'assigned'>>()
const rating: Ask<'RateResource'> = { at: '', resourceId: '', ratedBy: '', rating: 1 }
const metadata = { commandId: 'c-1' }
ledger.execute({ type: 'OpenEnrolment', data: { at: '', offeringId: 'o-1' }, metadata })
ledger.execute({ type: 'RateResource', data: rating, metadata })
// @ts-expect-error no such command
ledger.execute({ type: 'OpenEnrolments', data: { at: '', offeringId: 'o-1' }, metadata })
// @ts-expect-error data of another command
ledger.execute({ type: 'OpenEnrolment', data: { at: '', learnerId: 'ada' }, metadata })
// @ts-expect-error a field that is not there
ledger.execute({ type: 'OpenEnrolment', data: { at: '', offeringId: 'o-1', note: '' }, metadata })
// @ts-expect-error a field that is missing
training.boundaryOf({ type: 'OpenEnrolment', data: { at: '' }, metadata })
intent(deliveryCommands.OpenEnrolment, { at: '', offeringId: 'o-1' })
// @ts-expect-error an intent's data is checked as well
intent(deliveryCommands.OpenEnrolment, { at: '' })

// None of them is of any data, and so with events.
type Vague<Message extends { readonly type: string; readonly data: unknown }> = Message extends unknown
  ? unknown extends Message['data']
    ? Message['type']
    : never
  : never
promised<Same<Vague<Asked>, never>>()
promised<Same<Vague<Happened>, never>>()

// An event: its data follows from its type, ids are branded.
const told = (happened: Happened): string => {
  switch (happened.type) {
    case 'OfferingScheduled':
      return happened.data.title + happened.data.sessions.map(({ start }) => start).join()
    case 'LearnerEnrolled':
      return happened.data.learnerId
    default:
      return happened.type
  }
}
export const all: string[] = ledger.events().map((happened) => told(happened))
promised<Same<DataOf<Happened, 'LearnerEnrolled'>['learnerId'], LearnerId>>()
promised<Same<DataOf<DeliveryEvent, 'LearnerEnrolled'>, DataOf<Happened, 'LearnerEnrolled'>>>()
promised<Same<EventsOf<typeof deliveryEvents>['type'], DeliveryEvent['type']>>()
promised<Same<string extends Happened['type'] ? true : false, false>>()
// @ts-expect-error a plain string is no id that was checked
export const unchecked: LearnerId = 'ada'
const opened = deliveryEvents.make.EnrolmentOpened({ at: '', offeringId: 'o-1' })
promised<Same<typeof opened.type, 'EnrolmentOpened'>>()
// @ts-expect-error an event is made of its own data
deliveryEvents.make.EnrolmentOpened({ at: '' })

// A rejection: its data follows from its code.
const verdict = ledger.execute({ type: 'ConfirmOffering', data: { at: '', offeringId: 'o-1' }, metadata })
if (isAccepted(verdict)) {
  promised<Same<(typeof verdict.right)[number]['type'], Happened['type']>>()
}
if (isRejected(verdict)) {
  const { left: why } = verdict
  if (why.code === 'MinimumNotReached') promised<Same<[typeof why.have, typeof why.need], [number, number]>>()
  if (why.code === 'IllegalTransition') promised<Same<typeof why.from, string>>()
  if (why.code === 'InvalidCommand') why.issues.map(({ path }) => path.join())
  if (why.code === 'NotAuthorized') promised<Same<typeof why.role, string>>()
}
promised<Same<string extends Refused['code'] ? true : false, false>>()
promised<
  Same<
    Plain<ReturnType<typeof deliveryRejections.MinimumNotReached>>,
    { readonly code: 'MinimumNotReached'; readonly have: number; readonly need: number }
  >
>()

// A view: what a projection knows of each subject, or of everything.
const seatsOfAll = ledger.project(seatAllocation)
promised<Same<typeof seatsOfAll, { readonly [subject: string]: StateOf<typeof seatAllocation> }>>()
const seatsOfOne: StateOf<typeof seatAllocation> | undefined = seatsOfAll['o-1']
promised<Same<NonNullable<typeof seatsOfOne>['enrolled'], number>>()
promised<Same<StateOf<typeof offering>['status'] extends string ? true : false, true>>()
promised<Same<string extends StateOf<typeof offering>['status'] ? true : false, false>>()
const board: View<typeof offeringRecord> = ledger.project(offeringRecord)
promised<Same<0 extends 1 & typeof board ? 'any' : 'known', 'known'>>()
export const views: readonly AnyProjection[] = [seatAllocation, offering, offeringRecord]

// Settings and permissions: those of the modules that are assembled.
assemble(lifecycle, { resources: { screeningThreshold: 7000, nomination: 'required' } }, { trusted: true })
// @ts-expect-error a value that cannot be set
assemble(lifecycle, { resources: { nomination: 'never' } }, { trusted: true })
// @ts-expect-error a module that is not there
assemble(lifecycle, { resource: {} }, { trusted: true })
assemble(lifecycle, {}, { permissions: { CancelOffering: ['manager'] }, trusted: true })
// @ts-expect-error a command that is not there
assemble(lifecycle, {}, { permissions: { CancelOfferings: ['manager'] }, trusted: true })

// A module of the host's own: zod's schemas and ours, side by side.
const events = defineEvents({
  MentorAsked: event({ at: instant, menteeId: learnerId, topic: z.string(), note: text.optional() }),
  MentorFound: event({ at: instant, menteeId: learnerId, mentorIds: z.array(learnerId).min(1) }),
})
// @ts-expect-error a field it has not cannot tag it
event({ at: instant }, { taggedBy: ['serial'] })
type MentoringEvent = EventsOf<typeof events>
promised<
  Same<
    Plain<DataOf<MentoringEvent, 'MentorAsked'>>,
    Plain<{ at: Instant; menteeId: LearnerId; topic: string; note?: string | undefined }>
  >
>()
const commands = defineCommands({
  AskForMentor: { at: instant, menteeId: learnerId, topic: z.string().default('anything') },
  AskAgain: { at: instant },
})
const spread = { ...commands, ...defineCommands({ ThankMentor: { at: instant, points: minutes } }) }
promised<Same<Extract<CommandsOf<typeof spread>, { type: 'ThankMentor' }>['data']['points'], Minutes>>()
promised<Same<CommandsOf<typeof commands>['type'], 'AskForMentor' | 'AskAgain'>>()
const asking = projections<MentoringEvent>()({
  name: 'asking',
  by: ['menteeId'],
  initial: (): { asked: number; topics: string[] } => ({ asked: 0, topics: [] }),
  on: {
    MentorAsked: (asking, { topic }) => {
      asking.asked++
      asking.topics.push(topic)
    },
  },
})
const { AskedEnough } = defineRejections({ AskedEnough: payload<{ readonly asked: number }>() })
export const boundless = defineDecision({
  // @ts-expect-error `offering` is read by an offering's id, which the command lacks
  command: commands.AskForMentor,
  reads: { asking, offering },
  decide: () => accepted(),
})
const askForMentor = defineDecision({
  command: commands.AskForMentor,
  reads: { asking },
  settings: { atMost: 3 as number },
  decide: ({ at, menteeId, topic }, { asking }, { atMost }) => {
    promised<Same<[typeof topic, typeof asking.asked, typeof atMost], [string, number, number]>>()
    promised<Same<typeof menteeId, LearnerId>>()
    return (
      refusedBy(asking.asked >= atMost && AskedEnough({ asked: asking.asked })) ??
      accepted(events.make.MentorAsked({ at, menteeId, topic }))
    )
  },
})
export const whoIsEnrolledIsOfferedAMentor = policies<DeliveryEvent>()({
  name: 'whoIsEnrolledIsOfferedAMentor',
  when: 'LearnerEnrolled',
  reads: { offering },
  react: ({ at, learnerId }) => [intent(commands.AskForMentor, { at, menteeId: learnerId })],
})
const mentoring = defineModule({
  name: 'mentoring',
  events,
  decisions: [askForMentor],
  policies: [whoIsEnrolledIsOfferedAMentor],
  settings: { atMost: 3 as number },
})
const ours = assemble([...lifecycle, mentoring], { mentoring: { atMost: 4 } }, { trusted: true })
type OurAsk = Extract<CommandOf<typeof ours>, { type: 'AskForMentor' }>['data']
promised<Same<Plain<OurAsk>, { at: Instant; menteeId: string; topic?: string | undefined }>>()
promised<
  Same<Extract<CommandOf<typeof ours>, { type: 'OpenEnrolment' }>, Extract<Asked, { type: 'OpenEnrolment' }>>
>()
promised<Same<Exclude<EventOf<typeof ours>['type'], Happened['type']>, 'MentorAsked' | 'MentorFound'>>()
promised<Same<Exclude<RejectionOf<typeof ours>['code'], Refused['code']>, 'AskedEnough'>>()

// A classic decider: only what its decisions answer.
const decider = toDecider([askForMentor], { rejections: 'return' })
const answer = decider.decide(
  { type: 'AskForMentor', data: { at: '', menteeId: 'ada' } },
  decider.initialState(),
)
if (isRejected(answer)) promised<Same<typeof answer.left.code, 'AskedEnough' | 'InvalidCommand'>>()
// @ts-expect-error not one of its commands
decider.decide({ type: 'OpenEnrolment', data: { at: '', offeringId: '' } }, decider.initialState())

// The vocabulary's schemas are written into a shape, ours and zod's in one.
const shift = z.strictObject({
  who: idList(learnerId, 20).min(1).optional(),
  codes: z.record(code, minutes),
  either: z.union([minutes, z.null()]),
  paid: money.nullable(),
  over: period.refine(({ from, to }) => from < to),
  length: minutes.default(60),
})
promised<
  Same<
    Plain<z.output<typeof shift>>,
    Plain<{
      who?: LearnerId[] | undefined
      codes: Record<string, Minutes>
      either: Minutes | null
      paid: { minor: MinorUnits; currency: Currency } | null
      over: { from: Day; to: Day }
      length: Minutes
    }>
  >
>()
promised<Same<z.input<typeof shift>['length'], Minutes | undefined>>()
promised<Same<ValueOf<typeof learnerId>, LearnerId>>()
const distinct = uniqueBy(z.array(z.strictObject({ day, seats: z.int() })).max(9), ({ day }) => day)
promised<Same<Plain<ValueOf<typeof distinct>>, { day: Day; seats: number }[]>>()
const short: Field<string, string> = field(z.string().max(80))
export const standard: (value: unknown) => unknown = short['~standard'].validate
if (short.safeParse('').success) promised<Same<ReturnType<typeof short.parse>, string>>()

// What is declared stays a schema: zod takes it for one, and says what comes of it.
const { schema } = deliveryEvents.declarations.EnrolmentOpened
export const described: object = z.toJSONSchema(schema)
promised<Same<Plain<z.input<typeof schema>>, { at: Instant; offeringId: string }>>()
promised<Same<Plain<z.output<typeof schema>>, Plain<DataOf<DeliveryEvent, 'EnrolmentOpened'>>>>()
export const whole: { at: string } = z.strictObject({ at: instant, opened: z.array(schema) }).parse({})
