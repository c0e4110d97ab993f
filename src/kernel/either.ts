/**
 * The doorway to fp-ts: the few named functions we use, bundled into the build. Public types are structural
 * twins of fp-ts's own and assignable both ways, so a host may use fp-ts with them or not know of it; nothing we
 * publish names fp-ts in its types.
 */
import * as E from 'fp-ts/Either'

export type Left<L> = { readonly _tag: 'Left'; readonly left: L }
export type Right<R> = { readonly _tag: 'Right'; readonly right: R }
export type Either<L, R> = Left<L> | Right<R>

export const left: <L = never, R = never>(reason: L) => Either<L, R> = E.left
export const right: <L = never, R = never>(value: R) => Either<L, R> = E.right
export const isLeft: <L>(either: Either<L, unknown>) => either is Left<L> = E.isLeft
export const isRight: <R>(either: Either<unknown, R>) => either is Right<R> = E.isRight
