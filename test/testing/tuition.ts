/**
 * Tuition reimbursement, a workflow beside the standard modules: right, or with one mistake that somebody planted. The kit is
 * held to what it finds of them (`scripts/planted-mistakes.ts`).
 */
import {
  accepted,
  assemble,
  type DeliveryEvent,
  dayIn,
  daysAfter,
  daysBetween,
  daysLater,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  defineRejections,
  derivedId,
  type EventsOf,
  event,
  instant,
  intent,
  keyedBy,
  lifecycle,
  onlyFrom,
  payload,
  personalText,
  personId,
  policies,
  projections,
  refusedBy,
} from 'training-ops'
import type { Look } from 'training-ops/testing'
import * as z from 'zod'

/** The mistakes of the shared case. */
export const plantedMistakes = [
  'staleRead',
  'localDay',
  'floatMoney',
  'floatDrift',
  'missingRefund',
  'deadlineTwice',
  'upcaster',
  'crossModule',
  'personalTag',
  'personalRule',
  'timeKey',
  'unbounded',
  'settingsInDecision',
  'settingsInPolicy',
  'policyClock',
  'viewClock',
  'policyMap',
] as const

/** Mistakes of other kinds, planted later to see whether the kit finds what it was not made for. */
export const furtherMistakes = [
  'boundOff',
  'expiresTheDayBefore',
  'droppedPolicy',
  'deadlineInLocalZone',
  'forgottenRecipe',
  'dice',
  'sortsItsInput',
  'orderOfKeys',
  'idsCollide',
  'emitsWhereItRefuses',
  'upcasterThrows',
  'localeOrder',
  'remembersAnswers',
  'tooStrict',
  'refundsTwice',
  'wrongUnit',
  'wrongKey',
  'paysTwice',
  'writesInState',
  'localParse',
] as const
export type Mistake = (typeof plantedMistakes)[number] | (typeof furtherMistakes)[number]

/** The world of the shared case. */
export const names = {
  claimId: ['c-1', 'c-2', 'c-3'],
  employeeId: ['ada', 'bob'],
  departmentId: ['sales'],
  approvedBy: ['ada', 'cyd'],
  declinedBy: ['cyd'],
  courseId: ['mba', 'law'],
  minor: [100, 200, 300],
  lastDay: ['2026-03-31', '2027-06-30'],
  statement: ['for my job', 'why not'],
}

type Status =
  | 'none'
  | 'filed'
  | 'approved'
  | 'declined'
  | 'paid'
  | 'expired'
  | 'withdrawn'
  | 'demanded'
  | 'repaid'
type Claim = {
  status: Status
  employeeId: string
  departmentId: string
  minor: number
  boundUntil: string
  owed: number
  leftThen: number
  proofDueAt: string
  stated: boolean
}
type Employee = {
  lastDay?: string
  claims: Record<string, 'open' | 'paid'>
  courses: Record<string, string>
  history?: string[]
}

const zone = 'Asia/Shanghai'
const localDay = (at: string): string => {
  const local = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`
}

export const tuition = (mistake?: Mistake) => {
  const is = (one: Mistake): boolean => mistake === one
  const id = z.string().min(1).max(300)
  const minor = is('floatDrift') ? z.number().min(0).max(1_000_000) : z.int().min(0).max(1_000_000_000)
  const some = is('floatDrift') ? z.number().min(0.01).max(1_000_000) : z.int().min(1).max(1_000_000_000)
  const day = z.iso.date()
  const claim = { at: instant, claimId: id, employeeId: personId, departmentId: id }
  const events = defineEvents({
    BudgetGranted: event({ at: instant, departmentId: id, minor }),
    ClaimFiled: event(
      {
        ...claim,
        minor,
        courseId: id,
        statement: personalText(z.string()).optional(),
        leftThen: z.number(),
      },
      {
        version: 2,
        upcasters: {
          1: ({ note, ...old }: { note?: string }) => ({
            ...old,
            leftThen: 0,
            ...((is('upcasterThrows') ? (note as string).length : note?.length) === undefined ||
            is('upcaster')
              ? {}
              : { statement: note }),
          }),
        },
        ...(is('personalTag') ? { taggedBy: ['statement'] } : {}),
      },
    ),
    ClaimApproved: event({ ...claim, minor, approvedBy: z.string(), proofDueAt: instant }),
    ProofExtended: event({ ...claim, proofDueAt: instant }),
    ClaimDeclined: event({ ...claim, declinedBy: z.string() }),
    ClaimPaid: event({ ...claim, minor, on: day, boundUntil: day }),
    ClaimExpired: event({ ...claim, minor }),
    ClaimWithdrawn: event({ ...claim, minor, reserved: z.boolean() }),
    ClawbackDemanded: event({ ...claim, minor }),
    ClawbackRepaid: event({ ...claim, minor, open: minor }),
    EmployeeResigned: event({ at: instant, employeeId: personId, lastDay: day }),
  })
  type E = EventsOf<typeof events>
  const commands = defineCommands({
    GrantBudget: { at: instant, departmentId: id, minor: some },
    FileClaim: {
      ...claim,
      minor: some,
      courseId: id,
      statement: personalText(z.string().max(500)).optional(),
    },
    ApproveClaim: { ...claim, approvedBy: personId },
    ExtendProof: { at: instant, claimId: id },
    DeclineClaim: { at: instant, claimId: id, declinedBy: personId },
    ProveAndPay: { at: instant, claimId: id },
    ExpireClaim: { at: instant, claimId: id },
    WithdrawClaim: { at: instant, claimId: id },
    ResignEmployee: { at: instant, employeeId: personId, lastDay: day },
    DemandClawback: { at: instant, claimId: id, lastDay: day },
    RepayClawback: { at: instant, claimId: id, minor: some },
  })
  const rejections = defineRejections({
    NotTheirClaim: payload<{ readonly claimId: string }>(),
    OwnClaim: payload<{ readonly approvedBy: string }>(),
    OverBudget: payload<{ readonly left: number }>(),
    HasLeft: payload<{ readonly employeeId: string }>(),
    LeftAlready: payload<{ readonly employeeId: string }>(),
    ClaimedBefore: payload<{ readonly courseId: string }>(),
    NotBound: payload<{ readonly boundUntil: string }>(),
    MoreThanOwed: payload<{ readonly owed: number }>(),
    NothingStated: payload<{ readonly claimId: string }>(),
  })
  const settings = { daysToProve: 30, daysBound: 365, zone, extensions: [30, 14] }
  const projection = projections<E>()
  const claimOf = projection({
    name: 'tuitionClaim',
    by: ['claimId'],
    initial: (): Claim => ({
      status: 'none',
      employeeId: '',
      departmentId: '',
      minor: 0,
      boundUntil: '',
      owed: 0,
      leftThen: 0,
      proofDueAt: '',
      stated: false,
    }),
    on: {
      ClaimFiled: (c, { employeeId, departmentId, minor, leftThen, statement }) => {
        const stated = (statement ?? '').includes('job')
        Object.assign(c, { status: 'filed', employeeId, departmentId, minor, leftThen, stated })
      },
      ClaimApproved: (c, { proofDueAt }) => {
        c.status = 'approved'
        c.proofDueAt = proofDueAt
      },
      ProofExtended: (c, { proofDueAt }) => {
        if (!is('forgottenRecipe')) c.proofDueAt = proofDueAt
      },
      ClaimDeclined: (c) => {
        c.status = 'declined'
      },
      ClaimPaid: (c, { boundUntil }) => {
        c.status = 'paid'
        c.boundUntil = boundUntil
      },
      ClaimExpired: (c) => {
        c.status = 'expired'
      },
      ClaimWithdrawn: (c) => {
        c.status = 'withdrawn'
      },
      ClawbackDemanded: (c, { minor }) => {
        c.status = 'demanded'
        c.owed = minor
      },
      ClawbackRepaid: (c, { open }) => {
        c.owed = open
        if (open === 0) c.status = 'repaid'
      },
    },
  })
  const budget = projection({
    name: 'tuitionBudget',
    by: ['departmentId'],
    initial: (): { granted: number; reserved: number; spent: number } => ({
      granted: 0,
      reserved: 0,
      spent: 0,
    }),
    on: {
      BudgetGranted: (b, { minor }) => {
        b.granted += minor
      },
      ClaimApproved: (b, { minor }) => {
        b.reserved += minor
      },
      ClaimPaid: (b, { minor }) => {
        b.reserved -= minor
        b.spent += minor
      },
      ClaimExpired: (b, { minor }) => {
        b.reserved -= minor
      },
      ClaimWithdrawn: (b, { minor, reserved }) => {
        if (reserved && !is('missingRefund')) b.reserved -= minor
      },
      ClawbackRepaid: (b, { minor }) => {
        b.spent -= minor
      },
    },
  })
  const remember = (e: Employee, what: string): void => {
    if (is('unbounded')) e.history = [...(e.history ?? []), what]
  }
  const employee = projection({
    name: 'tuitionEmployee',
    by: ['employeeId'],
    initial: (): Employee => ({ claims: {}, courses: {} }),
    on: {
      EmployeeResigned: (e, { lastDay }) => {
        e.lastDay = lastDay
      },
      ClaimFiled: (e, { at, claimId, courseId }) => {
        e.claims[claimId] = 'open'
        e.courses[courseId] = dayIn(at, zone)
        remember(e, `filed ${claimId} ${at}`)
      },
      ClaimPaid: (e, { claimId }) => {
        e.claims[claimId] = 'paid'
        remember(e, `paid ${claimId}`)
      },
      ClaimDeclined: (e, { claimId }) => {
        delete e.claims[claimId]
      },
      ClaimExpired: (e, { claimId }) => {
        delete e.claims[claimId]
      },
      ClaimWithdrawn: (e, { claimId }) => {
        delete e.claims[claimId]
        remember(e, `withdrawn ${claimId}`)
      },
      ClawbackDemanded: (e, { claimId }) => {
        delete e.claims[claimId]
      },
    },
  })
  /** Every course of everybody, for the mistake of a key that joins two ids. */
  const courses = projection({
    name: 'tuitionCourses',
    by: ['departmentId'],
    initial: (): { claimed: Record<string, true> } => ({ claimed: {} }),
    on: {
      ClaimFiled: ({ claimed }, { employeeId, courseId }) => {
        claimed[`${employeeId}-${courseId}`] = true
      },
    },
  })
  /** A view for a screen. */
  const lastSeen = projection({
    name: 'tuitionLastSeen',
    by: ['employeeId'],
    initial: (): { at: string; daysAgo: number } => ({ at: '', daysAgo: 0 }),
    on: {
      ClaimFiled: (v, { at }) => {
        v.at = at
        v.daysAgo = is('viewClock') ? Math.floor((Date.now() - Date.parse(at)) / 86_400_000) : 0
      },
    },
  })
  const made = events.make
  const about = (claimId: string, at: string, { employeeId, departmentId }: Claim) => ({
    at,
    claimId,
    employeeId,
    departmentId,
  })
  const answers = new Map<string, boolean>()
  const decisions = [
    defineDecision({
      command: commands.GrantBudget,
      reads: {},
      decide: (command) => accepted(made.BudgetGranted(command)),
    }),
    defineDecision({
      command: commands.FileClaim,
      reads: {
        claim: claimOf,
        employee,
        budget,
        ...(is('idsCollide') ? { courses } : {}),
      } as { claim: typeof claimOf; employee: typeof employee; budget: typeof budget },
      decide: (command, states) => {
        const { claim, employee, budget } = states
        if (is('writesInState')) Object.assign(employee.claims, { [command.claimId]: 'open' })
        const before = employee.courses[command.courseId]
        const collides =
          is('idsCollide') &&
          (states as unknown as { courses: { claimed: object } }).courses.claimed !== undefined &&
          Object.hasOwn(
            (states as unknown as { courses: { claimed: object } }).courses.claimed,
            `${command.employeeId}-${command.courseId}`,
          )
        return (
          refusedBy(
            onlyFrom(claim.status, ['none'], 'FileClaim'),
            employee.lastDay !== undefined &&
              !is('emitsWhereItRefuses') &&
              rejections.HasLeft({ employeeId: command.employeeId }),
            (collides || (is('timeKey') ? before === dayIn(command.at, zone) : before !== undefined)) &&
              rejections.ClaimedBefore({ courseId: command.courseId }),
          ) ??
          accepted(made.ClaimFiled({ ...command, leftThen: budget.granted - budget.reserved - budget.spent }))
        )
      },
    }),
    defineDecision({
      command: commands.ApproveClaim,
      reads: {
        claim: claimOf,
        budget: is('wrongKey')
          ? (keyedBy(budget, { departmentId: 'claimId' }) as never as typeof budget)
          : budget,
        employee,
      },
      settings,
      decide: (
        { at, claimId, employeeId, departmentId, approvedBy },
        { claim, budget: { granted, reserved, spent }, employee },
        { daysToProve, zone },
      ) => {
        const left = is('staleRead') ? claim.leftThen : granted - reserved - spent
        const key = `${claimId} ${claim.minor}`
        const isOver = claim.minor > (is('boundOff') ? left + 1 : left)
        const isRefused = is('remembersAnswers') ? (answers.get(key) ?? isOver) : isOver
        if (claim.status === 'filed') answers.set(key, isRefused)
        const proofDueAt = is('wrongUnit')
          ? new Date(Date.parse(at) + daysToProve * 86_400).toISOString()
          : is('deadlineInLocalZone')
            ? `${localDay(daysAfter(at, daysToProve, zone))}T17:00:00.000Z`
            : daysAfter(at, daysToProve, zone)
        return (
          refusedBy(
            onlyFrom(claim.status, ['filed'], 'ApproveClaim'),
            (claim.employeeId !== employeeId || claim.departmentId !== departmentId) &&
              rejections.NotTheirClaim({ claimId }),
            approvedBy === employeeId && rejections.OwnClaim({ approvedBy }),
            employee.lastDay !== undefined && rejections.HasLeft({ employeeId }),
            is('personalRule') && !claim.stated && rejections.NothingStated({ claimId }),
            (isRefused || (is('tooStrict') && claim.minor === left)) && rejections.OverBudget({ left }),
          ) ??
          accepted(
            made.ClaimApproved({ ...about(claimId, at, claim), minor: claim.minor, approvedBy, proofDueAt }),
          )
        )
      },
    }),
    defineDecision({
      command: commands.ExtendProof,
      reads: { claim: claimOf },
      settings,
      decide: ({ at, claimId }, { claim }, { extensions, zone }) => {
        if (is('settingsInDecision')) extensions.push(extensions.shift() as number)
        const days = is('sortsItsInput') ? (extensions.sort()[0] as number) : (extensions[0] as number)
        return (
          refusedBy(onlyFrom(claim.status, ['approved'], 'ExtendProof')) ??
          accepted(
            made.ProofExtended({
              ...about(claimId, at, claim),
              proofDueAt: daysAfter(claim.proofDueAt, days, zone),
            }),
          )
        )
      },
    }),
    defineDecision({
      command: commands.DeclineClaim,
      reads: { claim: claimOf },
      decide: ({ at, claimId, declinedBy }, { claim }) =>
        refusedBy(onlyFrom(claim.status, ['filed'], 'DeclineClaim')) ??
        accepted(made.ClaimDeclined({ ...about(claimId, at, claim), declinedBy })),
    }),
    defineDecision({
      command: commands.ProveAndPay,
      reads: { claim: claimOf },
      settings,
      decide: ({ at, claimId }, { claim }, { daysBound, zone }) => {
        const on = is('localDay') ? localDay(at) : dayIn(at, zone)
        const bound = is('dice') && Math.random() < 0.5 ? daysBound + 1 : daysBound
        return (
          refusedBy(
            onlyFrom(claim.status, is('paysTwice') ? ['approved', 'paid'] : ['approved'], 'ProveAndPay'),
          ) ??
          accepted(
            made.ClaimPaid({
              ...about(claimId, at, claim),
              minor: claim.minor,
              on,
              boundUntil: daysLater(on, bound),
            }),
          )
        )
      },
    }),
    defineDecision({
      command: commands.ExpireClaim,
      reads: { claim: claimOf },
      decide: ({ at, claimId }, { claim }) => {
        const from = is('expiresTheDayBefore')
          ? daysAfter(claim.proofDueAt || at, -1, zone)
          : claim.proofDueAt
        return claim.status === 'approved' && (is('deadlineTwice') || at >= from)
          ? accepted(made.ClaimExpired({ ...about(claimId, at, claim), minor: claim.minor }))
          : accepted()
      },
    }),
    defineDecision({
      command: commands.WithdrawClaim,
      reads: { claim: claimOf },
      decide: ({ at, claimId }, { claim }) =>
        refusedBy(
          onlyFrom(
            claim.status,
            is('refundsTwice') ? ['filed', 'approved', 'expired'] : ['filed', 'approved'],
            'WithdrawClaim',
          ),
        ) ??
        accepted(
          made.ClaimWithdrawn({
            ...about(claimId, at, claim),
            minor: claim.minor,
            reserved: claim.status !== 'filed',
          }),
        ),
    }),
    defineDecision({
      command: commands.ResignEmployee,
      reads: { employee },
      decide: (command, { employee }) =>
        refusedBy(
          employee.lastDay !== undefined && rejections.LeftAlready({ employeeId: command.employeeId }),
        ) ?? accepted(made.EmployeeResigned(command)),
    }),
    defineDecision({
      command: commands.DemandClawback,
      reads: { claim: claimOf },
      settings,
      decide: ({ at, claimId, lastDay }, { claim }, { daysBound }) => {
        const left = is('localParse') ? localDay(`${lastDay}T23:00:00.000Z`) : lastDay
        const share = Math.min(1, Math.max(0, daysBetween(left, claim.boundUntil || left) / daysBound))
        const owed = is('floatMoney')
          ? claim.minor * share
          : is('floatDrift')
            ? claim.minor
            : Math.max(1, Math.round(claim.minor * share))
        return (
          refusedBy(
            onlyFrom(claim.status, ['paid'], 'DemandClawback'),
            lastDay >= claim.boundUntil && rejections.NotBound({ boundUntil: claim.boundUntil }),
          ) ?? accepted(made.ClawbackDemanded({ ...about(claimId, at, claim), minor: owed }))
        )
      },
    }),
    defineDecision({
      command: commands.RepayClawback,
      reads: { claim: claimOf },
      decide: ({ at, claimId, minor }, { claim }) =>
        refusedBy(
          onlyFrom(claim.status, ['demanded'], 'RepayClawback'),
          minor > claim.owed && rejections.MoreThanOwed({ owed: claim.owed }),
        ) ?? accepted(made.ClawbackRepaid({ ...about(claimId, at, claim), minor, open: claim.owed - minor })),
    }),
  ]
  const policy = policies<E | DeliveryEvent>()
  const expiry = (claimId: string, dueAt: string) => [
    { dueAt, command: intent(commands.ExpireClaim, { at: dueAt, claimId }) },
  ]
  const seen = new Map<string, number>()
  const all = [
    policy({
      name: 'aProofIsDue',
      when: 'ClaimApproved',
      reads: {},
      settings,
      react: ({ claimId, proofDueAt }, _, { extensions }) => {
        if (is('settingsInPolicy')) extensions.shift()
        if (is('policyClock')) return expiry(claimId, new Date(Date.now() + 30 * 86_400_000).toISOString())
        if (is('policyMap')) {
          seen.set(claimId, (seen.get(claimId) ?? 0) + 1)
          if ((seen.get(claimId) ?? 0) > 1) return []
        }
        return expiry(claimId, proofDueAt)
      },
    }),
    policy({
      name: 'anExtendedProofIsDue',
      when: 'ProofExtended',
      reads: {},
      react: ({ claimId, proofDueAt }) => (is('droppedPolicy') ? [] : expiry(claimId, proofDueAt)),
    }),
    policy({
      name: 'whoLeavesPaysBack',
      when: 'EmployeeResigned',
      reads: { employee },
      react: ({ at, lastDay }, { employee }) => {
        const open = Object.entries(employee.claims)
        const asked = is('orderOfKeys')
          ? open.slice(0, 1)
          : is('localeOrder')
            ? [...open].sort(([one], [other]) => one.localeCompare(other)).slice(-2)
            : open
        return asked.map(([claimId, status]) =>
          status === 'paid'
            ? intent(commands.DemandClawback, { at, claimId, lastDay })
            : intent(commands.WithdrawClaim, { at, claimId }),
        )
      },
    }),
    policy({
      name: 'whoFailedIsNotPaid',
      when: 'EnrolmentFailed',
      reads: {},
      react: ({ at, courseId, learnerId }) => [
        intent(commands.WithdrawClaim, {
          at,
          claimId: is('crossModule') ? derivedId(courseId, learnerId) : derivedId(learnerId, courseId),
        }),
      ],
    }),
  ]
  const module = defineModule({
    name: 'tuition',
    events,
    decisions,
    policies: all,
    projections: [claimOf, budget, employee, lastSeen],
    rejections,
    settings,
  })
  const training = assemble([...lifecycle, module], {}, { trusted: true })
  const always = {
    'no more than the budget': (look: Look) =>
      Object.values(look(budget)).every(
        ({ granted, reserved, spent }) => reserved >= 0 && spent >= 0 && reserved + spent <= granted,
      ),
    'what is reserved is what is approved': (look: Look) =>
      Object.entries(look(budget))
        .map(([departmentId, { reserved }]): string | true => {
          const should = Object.values(look(claimOf))
            .filter((c) => c.departmentId === departmentId && c.status === 'approved')
            .reduce((sum, c) => sum + c.minor, 0)
          return reserved === should || `${departmentId}: ${reserved} reserved, ${should} approved`
        })
        .find((so) => so !== true) ?? true,
    'nothing expires before its time': (_: Look, events: readonly unknown[]) => {
      const log = events as readonly E[]
      return log.every((one, at) => {
        if (one.type !== 'ClaimExpired') return true
        const due = log
          .slice(0, at)
          .findLast(
            (before) =>
              (before.type === 'ClaimApproved' || before.type === 'ProofExtended') &&
              before.data.claimId === one.data.claimId,
          )
        return due !== undefined && 'proofDueAt' in due.data && one.data.at >= due.data.proofDueAt
      })
    },
    'a proof has a month': (_: Look, events: readonly unknown[]) =>
      (events as readonly E[]).every(
        (one) => one.type !== 'ClaimApproved' || one.data.proofDueAt >= daysAfter(one.data.at, 28, zone),
      ),
    'a course is claimed once': (_: Look, events: readonly unknown[]) => {
      const claimed = (events as readonly E[]).flatMap((one) =>
        one.type === 'ClaimFiled' ? [JSON.stringify([one.data.employeeId, one.data.courseId])] : [],
      )
      return new Set(claimed).size === claimed.length
    },
  }
  const settled = {
    'who left has nothing open': (look: Look) =>
      Object.values(look(employee)).every(
        ({ lastDay, claims }) =>
          lastDay === undefined || Object.values(claims).every((status) => status === 'paid'),
      ),
  }
  const until = {
    'a claim that ended': {
      of: claimOf,
      is: ({ status }: Claim) => ['declined', 'expired', 'withdrawn', 'repaid'].includes(status),
    },
  }
  const mustBeAccepted = {
    'a claim within the budget': {
      asking: 'ApproveClaim',
      when: (look: Look, { data }: { readonly data: unknown }) => {
        const { claimId, employeeId, departmentId, approvedBy } = data as Record<string, string>
        const claim = look(claimOf)[claimId as string]
        const funds = look(budget)[departmentId as string]
        return (
          claim?.status === 'filed' &&
          claim.employeeId === employeeId &&
          claim.departmentId === departmentId &&
          approvedBy !== employeeId &&
          look(employee)[employeeId as string]?.lastDay === undefined &&
          funds !== undefined &&
          claim.minor <= funds.granted - funds.reserved - funds.spent
        )
      },
    },
  }
  const within = {
    'an extended proof comes or the claim is over': {
      after: 'ProofExtended',
      comes: ['ClaimPaid', 'ClaimExpired', 'ClaimWithdrawn', 'ProofExtended'],
      days: 4000,
      same: ['claimId'],
    },
  }
  const neverAfter = {
    'who left files no claim': { after: 'EmployeeResigned', never: ['ClaimFiled'], same: ['employeeId'] },
    'a claim is paid once': { after: 'ClaimPaid', never: ['ClaimPaid'], same: ['claimId'] },
  }
  const earlier = {
    ClaimFiled: { 1: z.strictObject({ ...claim, minor, courseId: id, note: z.string().optional() }) },
  }
  return {
    training,
    commands,
    earlier,
    always,
    settled,
    until,
    further: { mustBeAccepted, within, neverAfter },
    projections: { claimOf, budget, employee, lastSeen },
  }
}
