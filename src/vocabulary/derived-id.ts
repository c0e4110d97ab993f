import { digestOf, needing } from '../kernel/index.ts'

/**
 * An id made of other ids, the same for the same ones and different for different ones: `o-1.ada`, and a
 * digest where a part holds a dot itself or the whole would be too long for an id.
 *
 * @example
 * ```ts
 * import { derivedId } from 'training-ops'
 * derivedId('o-1', 'ada') // => 'o-1.ada'
 * derivedId('a.b', 'c') === derivedId('a', 'b.c') // => false
 * ```
 */
export const derivedId = (...parts: readonly string[]): string =>
  needing('derivedId', 'ids', () => {
    const plain = parts.join('.')
    return plain.length <= 128 && parts.every((part) => !part.includes('.')) ? plain : digestOf(parts)
  })
