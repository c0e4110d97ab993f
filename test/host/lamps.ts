/** A small workflow: a lamp that is lit lights the next one, and every lamp goes out by itself an hour later. */
import {
  accepted,
  assemble,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  defineRejections,
  type EventsOf,
  event,
  instant,
  intent,
  payload,
  policies,
  projections,
  rejected,
} from 'training-ops'
import * as z from 'zod'

const shape = { at: instant, lampId: z.string() }
export const events = defineEvents({
  LampLit: event({ ...shape, next: z.string().optional() }, { taggedBy: ['lampId'] }),
  LampWentOut: event(shape, { taggedBy: ['lampId'] }),
})
type E = EventsOf<typeof events>
const commands = defineCommands({ LightLamp: { ...shape, next: z.string().optional() }, PutOut: shape })
const rejections = defineRejections({ AlreadyLit: payload<{ lampId: string }>() })

export const lamp = projections<E>()({
  name: 'lamp',
  by: ['lampId'],
  initial: () => ({ isLit: false, times: 0 }),
  on: {
    LampLit: (state) => {
      state.isLit = true
      state.times++
    },
    LampWentOut: (state) => {
      state.isLit = false
    },
  },
})
const anHourAfter = (at: string) => new Date(Date.parse(at) + 3_600_000).toISOString()

/** `broken`: a lamp of this name has a policy that fails; a test mends it. */
export const faults = { broken: '' }

export const lamps = defineModule({
  name: 'lamps',
  events,
  rejections,
  decisions: [
    defineDecision({
      command: commands.LightLamp,
      reads: { lamp },
      decide: (light, { lamp: { isLit } }) =>
        isLit
          ? rejected(rejections.AlreadyLit({ lampId: light.lampId }))
          : accepted(events.make.LampLit(light)),
    }),
    defineDecision({
      command: commands.PutOut,
      reads: { lamp },
      decide: (out, { lamp: { isLit } }) => (isLit ? accepted(events.make.LampWentOut(out)) : accepted()),
    }),
  ],
  policies: [
    policies<E>()({
      name: 'aLitLampLightsTheNext',
      when: 'LampLit',
      reads: {},
      react: ({ at, lampId, next }) => {
        if (lampId === faults.broken) throw new Error('the wire is cut')
        return next === undefined ? [] : [intent(commands.LightLamp, { at, lampId: next })]
      },
    }),
    policies<E>()({
      name: 'everyLampGoesOut',
      when: 'LampLit',
      reads: {},
      react: ({ at, lampId }) => [
        { dueAt: anHourAfter(at), command: intent(commands.PutOut, { at: anHourAfter(at), lampId }) },
      ],
    }),
  ],
  permissions: {
    LightLamp: ['keeper', { role: 'guest', relation: 'owns', to: 'lampId' }],
  },
})
export const street = assemble([lamps], {}, { clock: { mayBackdate: ['keeper'] }, trusted: true })

let asked = 0
export const light = (lampId: string, next?: string, at = '2026-03-01T01:00:00.000Z') =>
  street.command.LightLamp(
    { at, lampId, ...(next === undefined ? {} : { next }) },
    { commandId: `light-${++asked}` },
  )
