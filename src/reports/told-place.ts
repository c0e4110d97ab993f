/** Mistakes in what a renderer is given: told by the name of the function and the place of the value. */

const deepest = 40

/** A view of a value that notes each place that is looked at. Nothing of the value is changed. */
const watched = (value: unknown, path: string, note: (path: string) => void, deep = 0): unknown => {
  if (typeof value !== 'object' || value === null || deep > deepest) return value
  const source = value as Record<PropertyKey, unknown>
  return new Proxy(Array.isArray(value) ? [] : {}, {
    get: (_, key) => {
      if (typeof key !== 'string') return Reflect.get(source, key)
      const here = /^\d+$/.test(key) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
      if (!Array.isArray(value) || /^\d+$/.test(key)) note(here)
      // The words of a language are looked at for every part of a document: its own place is what counts.
      return key === 'language' ? source[key] : watched(source[key], here, note, deep + 1)
    },
    has: (_, key) => key in source,
    ownKeys: () => Reflect.ownKeys(source),
    getOwnPropertyDescriptor: (target, key) =>
      Reflect.getOwnPropertyDescriptor(target, key) ?? {
        ...{ configurable: true, enumerable: Object.prototype.propertyIsEnumerable.call(source, key) },
        value: undefined,
      },
  })
}

/** The place that was looked at last before `make` failed. */
const placeOf = <Given>(given: Given, make: (given: Given) => unknown): string => {
  let last = ''
  try {
    make(
      watched(given, '', (path) => {
        last = path
      }) as Given,
    )
  } catch {
    return last // the same failure as before, which is told by who asks
  }
  return ''
}

/**
 * The result of `make` for the given values, each under its name: `{ document, spelling }`. A mistake in it throws a `TypeError` that names
 * the function, what it needs, and the place where it was found: `document.sections[2].blocks[0].rows`. The function is the one that was
 * called from outside, whichever function inside it met the mistake.
 */
export const placed = <Given extends object, Made>(
  asker: string,
  needs: string,
  given: Given,
  make: (given: Given) => Made,
): Made => {
  try {
    return make(given)
  } catch (thrown) {
    const isTold = thrown instanceof TypeError && thrown.message.startsWith('training-ops: ')
    if (isTold && thrown.cause === undefined) throw thrown
    const place = placeOf(given, make)
    throw new TypeError(
      `training-ops: ${asker} needs ${needs}, got another value${place === '' ? '' : ` at ${place}`}`,
      { cause: isTold ? thrown.cause : thrown },
    )
  }
}

/** The document that `make` composes of an input. */
export const composed = <Input, Made>(asker: string, input: Input, make: (input: Input) => Made): Made =>
  placed(asker, 'an input as declared', { input }, ({ input }) => make(input))
