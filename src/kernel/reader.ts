/**
 * Reads values by a schema: checked, copied and frozen in one pass of generated code. Zod stays the declaration, and zod
 * answers what the generated code does not: a value that is wrong (zod says why), a schema of a kind that is not known here,
 * and everything where code may not be generated (`z.config({ jitless: true })`, a content security policy).
 */
import * as z from 'zod'
import { unstorable } from './bounds.ts'
import { frozenCopy } from './immutable.ts'
import type { AnySchema, Field, Parsed } from './schema.ts'

/** The result for a value that the generated code does not take. */
const refused = Symbol('refused')
type Read = (value: unknown) => unknown
/** Of a schema or a check: what it was declared with. Only what is listed here is read. */
type Def = {
  readonly type?: string
  readonly check?: string
  readonly format?: string
  readonly pattern?: RegExp
  readonly coerce?: unknown
  readonly checks?: readonly Node[]
  readonly when?: unknown
  readonly value?: unknown
  readonly inclusive?: boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly length?: number
  readonly values?: readonly unknown[]
  readonly entries?: Readonly<Record<string, unknown>>
  readonly innerType?: Node
  readonly element?: Node
  readonly shape?: Readonly<Record<string, Node>>
  readonly catchall?: Node
  readonly options?: readonly Node[]
  readonly discriminator?: string
  readonly unionFallback?: boolean
  readonly keyType?: Node
  readonly valueType?: Node
  readonly mode?: string
}
type Payload = { value: unknown; readonly issues: unknown[] }
type Node = {
  readonly _zod: {
    readonly def: Def
    readonly check?: (payload: Payload) => unknown
    readonly optin?: string
    readonly values?: unknown
    readonly propValues?: Readonly<Record<string, ReadonlySet<unknown>>>
    readonly traits: ReadonlySet<string>
  }
}
/** A value in a local variable: the condition on which it is refused, and what it gives when it is not. */
type Piece = { readonly refusedIf: string; readonly gives: string }
/** Names, in the generated code, of what it uses from outside. */
type Outside = (value: unknown) => string

const text = JSON.stringify
const defOf = (schema: Node): Def => schema._zod.def
const isPlain = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value)

/** A rule that a host or the vocabulary wrote: asked of the copy, before it is frozen. */
const holds = (check: Node, value: unknown): boolean => {
  const payload: Payload = { value, issues: [] }
  const answer = check._zod.check?.(payload)
  if (answer instanceof Promise) throw refused
  return payload.issues.length === 0 && payload.value === value
}

/** The rest of the limits for an ordinary value, in items of lists and in text; without end for one whose bounds were looked at. */
const left = { items: Number.POSITIVE_INFINITY, text: Number.POSITIVE_INFINITY }
const isOrdinary = () => left.items < Number.POSITIVE_INFINITY

const isStorable = (value: string): boolean => {
  if (!isOrdinary()) return true
  left.text -= value.length
  if (left.text < 0 || unstorable.test(value)) throw refused
  return true
}
const isFew = ({ length }: readonly unknown[]): boolean => {
  left.items -= length
  if (left.items < 0) throw refused
  return true
}

/** Read as a whole, by something that keeps no bounds of its own. */
const withoutBounds =
  (read: Read): Read =>
  (value) => {
    if (isOrdinary()) throw refused
    return read(value)
  }
const copied = withoutBounds(frozenCopy)
const byZod = (schema: Node): Read =>
  withoutBounds((value) => {
    const checked = (schema as never as Field).safeParse(value)
    return checked.success ? frozenCopy(checked.data) : refused
  })

/** Texts of a form that leaves out all that is unstorable, and is not long: nothing else has to be looked at. */
const isSafe = ({ source, flags }: RegExp): boolean =>
  flags === 'u' && /^\^(\(\?!\(\?:[\w|]*\)\$\))?\[\^\\p\{C\}(\\p\{Z\})?\]\{\d+,\d{1,3}\}\$$/.test(source)

const formats = ['regex', 'date', 'datetime', 'time', 'uuid', 'email']
const compared: Readonly<Record<string, (def: Def, value: string) => string>> = {
  greater_than: ({ value: least, inclusive }, value) => `!(${value} ${inclusive ? '>=' : '>'} ${least})`,
  less_than: ({ value: most, inclusive }, value) => `!(${value} ${inclusive ? '<=' : '<'} ${most})`,
  min_length: ({ minimum }, value) => `${value}.length < ${minimum}`,
  max_length: ({ maximum }, value) => `${value}.length > ${maximum}`,
  length_equals: ({ length }, value) => `${value}.length !== ${length}`,
}
const limits = {
  number: ['greater_than', 'less_than'],
  sized: ['min_length', 'max_length', 'length_equals'],
} as const

/** The conditions of a schema's checks, or nothing where one of them is not known here. */
const conditionsOf = (
  schema: Node,
  known: readonly string[],
  value: string,
  outside: Outside,
): readonly string[] | undefined => {
  const conditions: string[] = []
  for (const check of defOf(schema).checks ?? []) {
    const def = defOf(check)
    const { check: kind = '', format = '', pattern } = def
    if (kind === 'custom' && def.when === undefined)
      conditions.push(`!${outside(holds)}(${outside(check)}, ${value})`)
    else if (kind === 'string_format' && format === 'regex' && pattern !== undefined && !pattern.global)
      conditions.push(`!${outside(pattern)}.test(${value})`)
    else if (known.includes(kind) && typeof (def.value ?? 0) === 'number')
      conditions.push(compared[kind]?.(def, value) ?? '')
    else return undefined
  }
  return conditions
}

/** The checks that fit in one condition; nothing for a schema that takes a function of its own. */
const leafOf = (schema: Node, value: string, outside: Outside): Piece | undefined => {
  const def = defOf(schema)
  const checked = (first: string, known: readonly string[] = [], gives = value): Piece | undefined => {
    const more = conditionsOf(schema, known, value, outside)
    return more && { refusedIf: [first, ...more].join(' || '), gives }
  }
  if (def.coerce) return undefined
  switch (def.type) {
    case 'string': {
      const form = def.check === undefined ? '' : (def.format ?? '')
      if (form === '') {
        const isForm = (def.checks ?? []).some((check) => {
          const { format, pattern } = defOf(check)
          return format === 'regex' && pattern !== undefined && isSafe(pattern)
        })
        const storable = isForm ? '' : ` || !${outside(isStorable)}(${value})`
        return checked(`typeof ${value} !== 'string'${storable}`, limits.sized)
      }
      if (!formats.includes(form) || def.pattern === undefined || def.pattern.global) return undefined
      return checked(`typeof ${value} !== 'string' || !${outside(def.pattern)}.test(${value})`, limits.sized)
    }
    case 'number': {
      // A −0 becomes 0: JSON does not keep the difference.
      const gives = `${value} + 0`
      if (def.format === undefined) return checked(`!Number.isFinite(${value})`, limits.number, gives)
      if (def.format !== 'safeint') return undefined
      return checked(`!Number.isSafeInteger(${value})`, limits.number, gives)
    }
    case 'boolean':
      return checked(`typeof ${value} !== 'boolean'`)
    case 'enum':
    case 'literal': {
      const values = def.values ?? Object.values(def.entries ?? {})
      if (!values.every((one) => (def.values === undefined ? typeof one === 'string' : isPlain(one))))
        return undefined
      if (values.length > 12) return checked(`!${outside(new Set(values))}.has(${value})`)
      return checked(`(${values.map((one) => `${value} !== ${text(one)}`).join(' && ')})`)
    }
    case 'unknown':
    case 'any':
      return checked(`${value} === undefined`, [], `${outside(copied)}(${value})`)
    case 'nullable': {
      const inner = pieceOf(def.innerType as Node, value, outside)
      return checked(
        `${value} !== null && (${inner.refusedIf})`,
        [],
        `${value} === null ? null : ${inner.gives}`,
      )
    }
    default:
      return undefined
  }
}

const pieceOf = (schema: Node, value: string, outside: Outside): Piece =>
  leafOf(schema, value, outside) ?? {
    refusedIf: `(${value} = ${outside(readOf(schema))}(${value})) === ${outside(refused)}`,
    gives: value,
  }

const isObject = (value: string) =>
  `typeof ${value} === 'object' && ${value} !== null && !Array.isArray(${value})`

/** The statements that read `d`; nothing for a schema of a kind that is not known here. */
const statementsOf = (schema: Node, outside: Outside): string | undefined => {
  const def = defOf(schema)
  const no = `return ${outside(refused)}`
  const finished = (known: readonly string[] = []) => {
    const conditions = conditionsOf(schema, known, 'o', outside)
    return conditions && `${conditions.map((one) => `if (${one}) ${no};`).join('')} return Object.freeze(o)`
  }
  switch (def.type) {
    case 'object': {
      const end = finished()
      const isStrict = def.catchall !== undefined && defOf(def.catchall).type === 'never'
      if (end === undefined || (def.catchall !== undefined && !isStrict)) return undefined
      let [read, made, required, inOne] = ['', '', 0, '']
      for (const [at, [name, field]] of Object.entries(def.shape ?? {}).entries()) {
        if (name === '__proto__') return undefined
        const [key, value] = [text(name), `v${at}`]
        const { type, innerType } = defOf(field)
        read += `let ${value} = d[${key}];`
        const mayLack = type === 'optional' && innerType?._zod.optin === undefined
        if (mayLack && field._zod.traits.has('$ZodExactOptional')) return undefined
        if (mayLack || type === 'default') {
          const { refusedIf, gives } = pieceOf(innerType as Node, value, outside)
          const lacks = mayLack
            ? `else if (${key} in d) { n++; o[${key}] = undefined }`
            : `else { if (${key} in d) n++; o[${key}] = ${outside(frozenCopy)}(${outside(def.shape?.[name]?._zod.def)}.defaultValue) }`
          made += `if (${value} !== undefined) { if (${refusedIf}) ${no}; n++; o[${key}] = ${gives} } ${lacks}`
        } else {
          const { refusedIf, gives } = pieceOf(field, value, outside)
          required++
          // Where a field may be left out in a way that is not known here, zod gives its value.
          if (field._zod.optin !== undefined) read += `if (${value} === undefined) throw ${outside(refused)};`
          read += `if (${refusedIf}) ${no};`
          if (made === '') inOne += `${key}: ${gives},`
          else made += `o[${key}] = ${gives};`
        }
      }
      const counted = isStrict ? `for (const k in d) n--; if (n !== 0) ${no};` : ''
      return `if (!(${isObject('d')})) ${no}; let n = ${required}; ${read} const o = {${inOne}}; ${made} ${counted} ${end}`
    }
    case 'array': {
      const { refusedIf, gives } = pieceOf(def.element as Node, 'v', outside)
      const lengths = conditionsOf(
        { ...schema, _zod: { ...schema._zod, def: { checks: (def.checks ?? []).filter(isLength) } } },
        limits.sized,
        'd',
        outside,
      )
      const end = finished(limits.sized)
      if (end === undefined || lengths === undefined) return undefined
      const fits = ['!Array.isArray(d)', ...lengths, `!${outside(isFew)}(d)`].join(' || ')
      return `if (${fits}) ${no}; const o = []; for (let i = 0; i < d.length; i++) { let v = d[i]; if (${refusedIf}) ${no}; o.push(${gives}) } ${end}`
    }
    case 'record': {
      const { keyType, valueType } = def as { keyType: Node; valueType: Node }
      const end = finished()
      const key = defOf(keyType).type === 'string' ? leafOf(keyType, 'k', outside) : undefined
      if (end === undefined || key === undefined || keyType._zod.values !== undefined || def.mode === 'loose')
        return undefined
      const { refusedIf, gives } = pieceOf(valueType, 'v', outside)
      const made = `if (${isObject('d')}) { const p = Object.getPrototypeOf(d); if (p !== Object.prototype && p !== null || Object.getOwnPropertySymbols(d).length > 0) throw ${outside(refused)} } else ${no};`
      return `${made} const o = {}; for (const k in d) { if (k === '__proto__' || ${key.refusedIf}) ${no}; let v = d[k]; if (${refusedIf}) ${no}; o[k] = ${gives} } ${end}`
    }
    case 'union': {
      const options = def.options ?? []
      if ((def.checks ?? []).length > 0) return undefined
      const reads = options.map((one) => outside(readOf(one)))
      if (def.discriminator === undefined) {
        if (def.inclusive === false) return undefined
        return `let o; ${reads.map((read) => `if ((o = ${read}(d)) !== ${outside(refused)}) return o;`).join('')} ${no}`
      }
      const field = def.discriminator
      const fixed = options.map(({ _zod }) => [...(_zod.propValues?.[field] ?? [])])
      if (def.unionFallback || !fixed.every((values) => values.length > 0 && values.every(isPlain)))
        return undefined
      const cases = fixed.map(
        (values, at) => `${values.map((one) => `case ${text(one)}:`).join('')} return ${reads[at]}(d);`,
      )
      return `if (!(${isObject('d')})) ${no}; switch (d[${text(field)}]) { ${cases.join('')} default: ${no} }`
    }
    default: {
      const leaf = leafOf(schema, 'd', outside)
      return leaf && `if (${leaf.refusedIf}) ${no}; return ${leaf.gives}`
    }
  }
}

const isLength = (check: Node): boolean =>
  (limits.sized as readonly string[]).includes(defOf(check).check ?? '')

const generated = (schema: Node): Read => {
  const names = new Map<unknown, string>()
  const outside: Outside = (value) => {
    const name = names.get(value) ?? `c${names.size}`
    names.set(value, name)
    return name
  }
  const statements = statementsOf(schema, outside)
  if (statements === undefined) return byZod(schema)
  return new Function(...names.values(), `return (d) => { ${statements} }`)(...names.keys()) as Read
}

const reads = new WeakMap<object, Read>()
/** The read of a schema, made once. A schema that holds itself meets the read that is still being made. */
const readOf = (schema: Node): Read => {
  const known = reads.get(schema)
  if (known !== undefined) return known
  let made: Read = byZod(schema)
  reads.set(
    schema,
    withoutBounds((value) => made(value)),
  )
  made = generated(schema)
  reads.set(schema, made)
  return made
}

/** Whether code may be generated here; where not, zod reads everything. */
const mayGenerate = (): boolean => {
  if (z.config().jitless) return false
  try {
    return new Function('return true')() as boolean
  } catch {
    return false
  }
}

/** Reads values by one schema. It gives a frozen copy. */
export type Reader = {
  /** The copy of an ordinary value; nothing of one that is wrong, large, or has to be looked at more closely. */
  readonly ordinary: (value: unknown) => object | undefined
  /** Of any value, whatever its size. */
  readonly parse: (value: unknown) => Parsed<unknown>
}

const mostItems = 1000
const mostText = 100_000

/** The code is generated when the first value comes. */
export const readerOf = (schema: AnySchema): Reader => {
  const own = schema as never as Node
  let read: Read | undefined
  const attempt = (value: unknown, items: number, text: number): unknown => {
    read ??= mayGenerate() ? readOf(own) : () => refused
    left.items = items
    left.text = text
    try {
      return read(value)
    } catch {
      return refused // Not for the generated code: zod is asked, and throws what there is to throw.
    }
  }
  return {
    ordinary: (value) => {
      const data = attempt(value, mostItems, mostText)
      return data === refused ? undefined : (data as object)
    },
    parse: (value) => {
      const data = attempt(value, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)
      if (data !== refused) return { success: true, data }
      const checked = (schema as Field).safeParse(value)
      return checked.success ? { success: true, data: frozenCopy(checked.data) } : checked
    },
  }
}
