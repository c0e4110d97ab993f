/**
 * The doorway to fp-ts: the few named functions we use, bundled into the build. Public types are structural
 * twins of fp-ts's own and assignable both ways, so a host may use fp-ts with them or not know of it; nothing we
 * publish names fp-ts in its types.
 */
import * as E from 'fp-ts/Either'

export type Left<L> = { readonly _tag: 'Left'; readonly left: L }
export type Right<R> = { readonly _tag: 'Right'; readonly right: R }
export type Either<L, R> = Left<L> | Right<R>

/**
 * Why there is nothing, as fp-ts writes it.
 *
 * @example
 * ```ts
 * import { left } from 'training-ops'
 * left('full') // => { _tag: 'Left', left: 'full' }
 * ```
 */
export const left: <L = never, R = never>(reason: L) => Either<L, R> = E.left
/**
 * The outcome, as fp-ts writes it.
 *
 * @example
 * ```ts
 * import { right } from 'training-ops'
 * right(3) // => { _tag: 'Right', right: 3 }
 * ```
 */
export const right: <L = never, R = never>(value: R) => Either<L, R> = E.right
/**
 * Whether it is the reason why not; of a verdict, a rejection.
 *
 * @example
 * ```ts
 * import { isLeft, left } from 'training-ops'
 * isLeft(left('full')) // => true
 * ```
 */
export const isLeft: <L>(either: Either<L, unknown>) => either is Left<L> = E.isLeft
/**
 * Whether it is what came of it; of a verdict, the events.
 *
 * @example
 * ```ts
 * import { isRight, right } from 'training-ops'
 * isRight(right([])) // => true
 * ```
 */
export const isRight: <R>(either: Either<unknown, R>) => either is Right<R> = E.isRight
