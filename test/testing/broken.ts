/** Small workflows, each with one thing wrong that no rule about seats would show. */
import {
  type AnyProjection,
  accepted,
  assemble,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  type EventsOf,
  event,
  intent,
  policies,
  projections,
  rejected,
} from 'training-ops'
import * as z from 'zod'

const events = defineEvents({
  BellRung: event({ bellId: z.string(), times: z.number(), by: z.array(z.string()) }),
  BellAnswered: event({ bellId: z.string(), by: z.null() }),
})
const happened = events.make
const projection = projections<EventsOf<typeof events>>()
const commands = defineCommands({
  RingBell: { bellId: z.string(), times: z.number().min(0).max(3), by: z.array(z.string()).max(2) },
  AnswerBell: { bellId: z.string() },
})

export const rings = projection({
  name: 'rings',
  by: ['bellId'],
  initial: () => ({ times: 0 }),
  on: {
    BellRung: (state) => {
      state.times++
    },
  },
})

type Known = { readonly times: number }
type Ring = { readonly bellId: string; readonly times: number; readonly by: readonly string[] }
const ring = (reads: AnyProjection, decide: (command: Ring, known: Known) => unknown) =>
  defineDecision({
    command: commands.RingBell,
    reads: { rings: reads as typeof rings },
    decide: (command, { rings }) => decide(command as Ring, rings) as ReturnType<typeof accepted>,
  })
const rung = ({ bellId, times, by }: Ring) => accepted(happened.BellRung({ bellId, times, by: [...by] }))
const ringAgain = (command: Ring, { times }: Known) => rung({ ...command, times })
const answer = defineDecision({
  command: commands.AnswerBell,
  reads: {},
  decide: (command) => accepted(happened.BellAnswered({ ...command, by: null })),
})
const bells = (more: object) =>
  assemble(
    [defineModule({ name: 'bells', events, decisions: [ring(rings, ringAgain), answer], ...more } as never)],
    {},
    { trusted: true },
  )
const policy = policies<EventsOf<typeof events>>()

export const whole = () => bells({})

export const looksAtTheClock = () =>
  // biome-ignore lint/complexity/useDateNow: the other way is the next
  bells({ decisions: [ring(rings, (command) => rung({ ...command, times: new Date().getTime() }))] })
export const looksAtTheClockAnotherWay = () =>
  bells({ decisions: [ring(rings, (command) => rung({ ...command, times: Date.now() }))] })
export const looksAtTheDay = () =>
  bells({
    decisions: [ring(rings, (command) => rung({ ...command, by: [new Date().toISOString().slice(0, 10)] }))],
  })
export const throwsDice = () =>
  bells({ decisions: [ring(rings, (command) => rung({ ...command, times: Math.random() }))] })
/** Remembers in a variable what it should have read. */
export const remembers = () => {
  let times = 0
  return bells({ decisions: [ring(rings, (command) => rung({ ...command, times: ++times }))] })
}
export const throws = () =>
  bells({
    decisions: [
      ring(rings, (command) => {
        if (command.by.length > 1) throw new RangeError('two is a crowd')
        return rung(command)
      }),
    ],
  })
export const throwsTheSecondTime = () =>
  bells({
    decisions: [
      ring(rings, (command, { times }) => {
        if (times > 0) throw new RangeError('once is enough')
        return rung(command)
      }),
    ],
  })
export const threwLongAgo = () =>
  bells({
    decisions: [
      ring(rings, (command) => {
        if (new Date().getFullYear() < 2000) throw new RangeError('too early')
        return rung({ ...command, times: 0 })
      }),
    ],
  })
export const refusedLongAgo = () =>
  bells({
    decisions: [
      ring(rings, (command) =>
        new Date().getFullYear() < 2000 ? rejected({ code: 'Unknown' }) : rung({ ...command, times: 0 }),
      ),
    ],
  })
export const didNothingLongAgo = () =>
  bells({
    decisions: [
      ring(rings, (command) =>
        new Date().getFullYear() < 2000 ? accepted() : rung({ ...command, times: 0 }),
      ),
    ],
  })
/** Where a clock is kept, nobody can turn it. */
const Kept = Date
export const keepsAClock = () =>
  bells({ decisions: [ring(rings, (command) => rung({ ...command, times: new Kept().getTime() }))] })
/** Refuses by the codes that every workflow has. */
export const refusesAsAllDo = () => {
  const codes = ['InvalidCommand', 'IllegalTransition', 'Unknown', 'NotAuthorized']
  return bells({
    decisions: [
      ring(rings, ({ times, by }) =>
        rejected({
          code: codes[Math.floor(times)] as string,
          ...(by.length > 0 && { issues: [{ path: ['data', 'times'], code: 'TooLoud' }] }),
        }),
      ),
    ],
  })
}
export const sortsWhatItWasHanded = () =>
  bells({
    decisions: [ring(rings, (command) => rung({ ...command, by: (command.by as string[]).reverse() }))],
  })

/** Keeps a list that belongs to an event, and goes on to write in it. */
export const keepsAndWrites = projection({
  name: 'keepsAndWrites',
  by: ['bellId'],
  initial: (): { times: number; by: string[] } => ({ times: 0, by: [] }),
  on: {
    BellRung: (state, { by }) => {
      if (state.times++ === 0) state.by = by
      else state.by.push(...by, 'again')
    },
  },
})
export const writesInAnEvent = () => bells({ decisions: [ring(keepsAndWrites, rung)] })

export const countsOnItsFingers = () => {
  let fingers = 0
  const fingerCount = projection({
    name: 'fingerCount',
    by: ['bellId'],
    initial: () => ({ times: 0 }),
    on: {
      BellRung: (state) => {
        state.times = ++fingers
      },
    },
  })
  return bells({ projections: [fingerCount] })
}
export const mergesMeans = () => {
  const meanTimes = projection({
    name: 'meanTimes',
    initial: () => ({ mean: 0, n: 0 }),
    on: {
      BellRung: (state, { bellId }) => {
        state.mean = (state.mean * state.n + bellId.length) / ++state.n
      },
    },
    merge: (a, b) => ({ mean: (a.mean + b.mean) / 2, n: a.n + b.n }),
  })
  const total = projection({
    name: 'total',
    initial: () => ({ n: 0 }),
    on: {
      BellRung: (state) => {
        state.n++
      },
    },
    merge: (a, b) => ({ n: a.n + b.n }),
  })
  return bells({ projections: [total, meanTimes] })
}
/** Right where nobody is on both sides, which is what `shardBy` is there to say. */
export const countsHeads = (shardBy?: 'bellId') => {
  const bellsRung = projection({
    name: 'bellsRung',
    initial: (): { bells: string[] } => ({ bells: [] }),
    on: {
      BellRung: (state, { bellId }) => {
        if (!state.bells.includes(bellId)) state.bells = [...state.bells, bellId].sort()
      },
    },
    merge: (a, b) => ({ bells: [...a.bells, ...b.bells].sort() }),
    ...(shardBy === undefined ? {} : { shardBy }),
  })
  return bells({ projections: [bellsRung] })
}
export const answersNotANumber = () =>
  bells({ decisions: [ring(rings, (command) => rung({ ...command, times: Number.NaN }))] })
export const writesWhatItDoesNotDeclare = () =>
  bells({
    decisions: [ring(rings, ({ bellId }) => accepted({ type: 'BellRung', data: { bellId, loud: true } }))],
  })
export const refusesInItsOwnWords = () =>
  bells({
    decisions: [
      ring(rings, ({ times }) =>
        times > 2 ? rejected({ code: 'TooLoud' }) : rung({ bellId: 'b', times, by: [] }),
      ),
    ],
  })
export const echoesForEver = () =>
  bells({
    policies: [
      policy({
        name: 'itEchoes',
        when: 'BellRung',
        reads: {},
        react: ({ bellId }) => [intent(commands.RingBell, { bellId, times: 1, by: [] })],
      }),
    ],
  })
/** Nothing wrong: a ring is answered by policy. */
export const isAnswered = () =>
  bells({
    policies: [
      policy({
        name: 'itIsAnswered',
        when: 'BellRung',
        reads: {},
        react: ({ bellId }) => [intent(commands.AnswerBell, { bellId })],
      }),
    ],
  })
export const asksNonsense = () =>
  bells({
    policies: [
      policy({
        name: 'itIsAnswered',
        when: 'BellRung',
        reads: {},
        react: ({ times }) => (times < 1 ? [] : [{ type: 'AnswerBell', data: { bell: 'b' } }]),
      }),
    ],
  })
/** Answers to an event that is none of its business. */
export const answersToStrangers = () => {
  const { react, ...others } = bells({})
  return {
    ...others,
    react: (happened: never, log: never) =>
      (happened as { type: string }).type.startsWith('Bell')
        ? react(happened, log)
        : {
            commands: [{ type: 'AnswerBell', data: { bellId: 'b' }, metadata: { commandId: 'x' } }],
            deadlines: [],
          },
  }
}

/** Its events say whose they are in a field that gives no tag. */
export const namesNoSubject = () => {
  const untagged = defineEvents({ DoorOpened: event({ door: z.string() }) })
  const opened = projections<EventsOf<typeof untagged>>()({
    name: 'opened',
    by: ['door'],
    initial: () => ({ is: false }),
    on: {
      DoorOpened: (state) => {
        state.is = true
      },
    },
  })
  const open = defineDecision({
    command: defineCommands({ OpenDoor: { door: z.enum(['north', 'south']) } }).OpenDoor,
    reads: { opened },
    decide: (command, { opened }) =>
      opened.is ? rejected({ code: 'IllegalTransition' }) : accepted(untagged.make.DoorOpened(command)),
  })
  return assemble(
    [defineModule({ name: 'doors', events: untagged, decisions: [open] })],
    {},
    { trusted: true },
  )
}

/** Nothing wrong: some events carry a field that is no tag, or leave out an id, and are folded by nobody who minds. */
export const paintsDoors = () => {
  const doors = defineEvents({
    DoorPainted: event({ door: z.string(), hallId: z.string().optional() }, { taggedBy: ['door'] }),
    DoorShut: event({ door: z.string() }),
  })
  const paint = projections<EventsOf<typeof doors>>()
  const counting = {
    DoorPainted: (state: { coats: number }) => {
      state.coats++
    },
  }
  const initial = () => ({ coats: 0 })
  const ofDoor = paint({ name: 'ofDoor', by: ['door'], initial, on: counting })
  const ofHall = paint({ name: 'ofHall', by: ['hallId'] as never, initial, on: counting })
  const door = z.enum(['north', 'south'])
  const asked = defineCommands({ PaintDoor: { door, hallId: z.string().optional() }, ShutDoor: { door } })
  const paintDoor = defineDecision({
    command: asked.PaintDoor,
    reads: {},
    decide: (command) => accepted(doors.make.DoorPainted(command)),
  })
  const shutDoor = defineDecision({
    command: asked.ShutDoor,
    reads: {},
    decide: (command) => accepted(doors.make.DoorShut(command)),
  })
  return assemble(
    [
      defineModule({
        name: 'doors',
        events: doors,
        projections: [ofDoor, ofHall],
        decisions: [paintDoor, shutDoor],
      }),
    ],
    {},
    { trusted: true },
  )
}
/** Nothing wrong: a bell rings once, and is answered after. */
export const ringsOnce = () =>
  bells({
    decisions: [
      ring(rings, (command, { times }) => (times > 0 ? rejected({ code: 'Unknown' }) : rung(command))),
      answer,
    ],
  })
/** Nothing wrong: what is told again changes nothing, a policy may be refused, and a refusal may have issues of its own. */
export const takesItEasy = () =>
  bells({
    decisions: [
      ring(rings, (command, { times }) => (times > 1 ? accepted() : rung(command))),
      defineDecision({
        command: commands.AnswerBell,
        reads: { rings },
        decide: (command, { rings: { times } }) =>
          times > 1
            ? rejected({ code: 'TooLoud', issues: [{ path: ['events'], code: 'TooMany' }] })
            : accepted(happened.BellAnswered({ ...command, by: null })),
      }),
    ],
    policies: [
      policy({
        name: 'itIsAnswered',
        when: 'BellRung',
        reads: {},
        react: ({ bellId }) => [intent(commands.AnswerBell, { bellId })],
      }),
    ],
    rejections: { TooLoud: {} },
  })
/** Forgets what came before, where the first half of a log is more than one event. */
export const mergesOneAndTheRest = () => {
  const all = projection({
    name: 'all',
    initial: () => ({ n: 0 }),
    on: {
      BellRung: (state) => {
        state.n++
      },
    },
    merge: (a, b) => ({ n: a.n > 1 ? b.n : a.n + b.n }),
  })
  return bells({ projections: [all] })
}
/** Answers twice, and again otherwise. */
export const answersTwice = () => {
  let asked = 0
  return bells({
    decisions: [
      ring(rings, ({ bellId }) =>
        accepted(
          happened.BellRung({ bellId, times: ++asked, by: [] }),
          happened.BellAnswered({ bellId, by: null }),
        ),
      ),
    ],
  })
}
/** An event of two subjects, and a view by what is neither. */
export const namesTwoSubjects = () => {
  const lines = defineEvents({ LineCut: event({ bellId: z.string(), ropeId: z.string(), knot: z.string() }) })
  const cutsOf = projections<EventsOf<typeof lines>>()({
    name: 'cuts',
    by: ['knot'],
    initial: () => ({ n: 0 }),
    on: {
      LineCut: (state) => {
        state.n++
      },
    },
  })
  const cut = defineDecision({
    command: defineCommands({
      CutLine: { bellId: z.string(), ropeId: z.string(), knot: z.literal('k') },
    }).CutLine,
    reads: {},
    decide: (command) => accepted(lines.make.LineCut(command)),
  })
  return assemble(
    [defineModule({ name: 'lines', events: lines, projections: [cutsOf], decisions: [cut] })],
    {},
    { trusted: true },
  )
}
/** Minds an event of somebody else. */
export const minds = () =>
  hostsOwn(({ modules }) => ({
    modules: modules.map((module) => ({
      ...module,
      projections: [{ ...rings, name: 'nosy', on: { ...rings.on, HappenedElsewhere: rings.on.BellRung } }],
    })),
  }))

/** A system in which one function is not what it should be. */
export const hostsOwn = (turn: (training: ReturnType<typeof whole>) => object) => {
  const training = whole()
  return { ...training, ...turn(training) } as typeof training
}
