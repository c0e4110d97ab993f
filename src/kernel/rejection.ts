import { type Left, left } from './either.ts'

/** Why not: a code, and the data a screen needs to explain it. No prose. */
export type Rejection<Code extends string = string, Data = unknown> = { readonly code: Code } & Data

/** One thing wrong with a command: where, what, and what was expected. Never a validator's own message. */
export type Issue = {
  readonly path: readonly (string | number)[]
  readonly code: IssueCode
  readonly expected?: string
  readonly keys?: readonly string[]
  readonly limit?: number
}

export type IssueCode =
  | 'UnknownCommand'
  | 'UnknownEvent'
  | 'NotAnObject'
  | 'MissingKey'
  | 'UnknownKey'
  | 'WrongType'
  | 'BadFormat'
  | 'NotAllowed'
  | 'TooSmall'
  | 'TooBig'
  | 'TooDeep'
  | 'TooMany'
  | 'DuplicateId'
  | 'CommandIdReused'
  | 'ReservedId'
  | 'RuleBroken'

/** The command is not one: refused before any rule is asked. */
export type InvalidCommand = Rejection<'InvalidCommand', { readonly issues: readonly Issue[] }>

/** The subject is not in a state from which this may be asked. */
export type IllegalTransition = Rejection<
  'IllegalTransition',
  { readonly from: string; readonly command: string }
>

/** No such subject. */
export type Unknown = Rejection<'Unknown', { readonly what: string; readonly id: string }>

/** The actor's role may not ask this, or not with what stands in this field. */
export type NotAuthorized = Rejection<'NotAuthorized', { readonly role: string; readonly field?: string }>

/** The command tells of a time that the host's clock has not reached. */
export type InstantAhead = Rejection<'InstantAhead', { readonly at: string; readonly now: string }>

/** The command tells of a time longer ago than this role may tell of. */
export type InstantPast = Rejection<'InstantPast', { readonly at: string; readonly now: string }>

type Shapes = Record<string, Payload<unknown>>
/** The data a rejection carries, for the compiler only. */
export type Payload<Data> = { readonly carries?: Data }
/**
 * The data that a rejection carries beside its code, as a type: nothing of it is there when a program runs.
 *
 * @example
 * ```ts
 * import { defineRejections, payload } from 'training-ops'
 * const { PairFull } = defineRejections({ PairFull: payload<{ readonly pairId: string }>() })
 * PairFull({ pairId: 'p-1' }) // => { code: 'PairFull', pairId: 'p-1' }
 * ```
 */
export const payload = <Data>(): Payload<Data> => ({})

type CarriedBy<D> = D extends Payload<infer Data> ? Data : never

/** One constructor a code; `Carried` is the data of each. */
export type RejectionVocabulary<Carried> = {
  readonly [Code in keyof Carried]: (data: Carried[Code]) => Rejection<Code & string, Carried[Code]>
}

/** The union of the rejections a vocabulary declares. */
export type RejectionsOf<Vocabulary> =
  Vocabulary extends RejectionVocabulary<infer Carried>
    ? { [Code in keyof Carried & string]: Rejection<Code, Carried[Code]> }[keyof Carried & string]
    : never

/**
 * Declares why something may be refused: one constructor a code.
 *
 * @example
 * ```ts
 * import { payload, defineRejections } from 'training-ops'
 * const { MentorIsBusy } = defineRejections({ MentorIsBusy: payload<{ mentorId: string; limit: number }>() })
 * MentorIsBusy({ mentorId: 'bob', limit: 3 }) // => { code: 'MentorIsBusy', mentorId: 'bob', limit: 3 }
 * ```
 */
export const defineRejections = <const Declared extends Shapes>(
  declared: Declared,
): RejectionVocabulary<{ readonly [Code in keyof Declared]: CarriedBy<Declared[Code]> }> =>
  Object.fromEntries(
    Object.keys(declared).map((code) => [code, (data: object) => ({ code, ...data })]),
  ) as never

export const { IllegalTransition, Unknown, NotAuthorized, InstantAhead, InstantPast } = defineRejections({
  IllegalTransition: payload<{ readonly from: string; readonly command: string }>(),
  Unknown: payload<{ readonly what: string; readonly id: string }>(),
  NotAuthorized: payload<{ readonly role: string; readonly field?: string }>(),
  InstantAhead: payload<{ readonly at: string; readonly now: string }>(),
  InstantPast: payload<{ readonly at: string; readonly now: string }>(),
})

type Rule = Rejection | false | null | undefined

/**
 * The first rule that is broken, as a rejection; `undefined` when none is. Rules are read in order, so put the
 * plainest first.
 *
 * @example
 * ```ts
 * import { onlyFrom, refusedBy } from 'training-ops'
 * refusedBy(onlyFrom('matched', ['matched'], 'EndPair')) // => undefined
 * refusedBy(false, { code: 'PairFull' }, { code: 'NeverRead' }) // => { _tag: 'Left', left: { code: 'PairFull' } }
 * ```
 */
export const refusedBy = <const Rules extends readonly Rule[]>(
  ...rules: Rules
): Left<Exclude<Rules[number], false | null | undefined>> | undefined => {
  const broken = rules.find((rule) => rule !== false && rule !== null && rule !== undefined)
  type Broken = Exclude<Rules[number], false | null | undefined>
  return broken === undefined ? undefined : (left(broken as Broken) as Left<Broken>)
}

/**
 * Refuses a command that is asked in a state from which it may not be asked.
 *
 * @example
 * ```ts
 * import { onlyFrom } from 'training-ops'
 * const status = 'ended' as 'matched' | 'ended'
 * onlyFrom(status, ['matched'], 'EndPair') // => { code: 'IllegalTransition', from: 'ended', command: 'EndPair' }
 * onlyFrom(status, ['matched', 'ended'], 'EndPair') // => false
 * ```
 */
export const onlyFrom = <State extends string>(
  state: State,
  allowed: readonly NoInfer<State>[],
  command: string,
): Rejection<'IllegalTransition', { readonly from: string; readonly command: string }> | false =>
  !allowed.includes(state) && IllegalTransition({ from: state, command })
