/**
 * The doorway to fp-ts: the few named functions we use, bundled into the build. Public types are structural
 * twins of fp-ts's own and assignable both ways, so a host may use fp-ts with them or not know of it.
 */
export { isLeft, isRight, left, right } from 'fp-ts/Either'

export type Left<L> = { readonly _tag: 'Left'; readonly left: L }
export type Right<R> = { readonly _tag: 'Right'; readonly right: R }
export type Either<L, R> = Left<L> | Right<R>
