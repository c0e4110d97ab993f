/** A field made from JSON Schema (draft 2020-12), as `jsonSchemas` of `training-ops/interop` writes it. */
import { useId } from 'preact/hooks'
import type { CommandForm, FieldSchema } from '../worker/protocol.ts'
import { say, type Tongue } from './words.ts'

export type Value =
  | string
  | number
  | boolean
  | readonly Value[]
  | { readonly [name: string]: Value }
  | undefined
type Members = { readonly [name: string]: Value }

type Given = {
  readonly tongue: Tongue
  readonly name: string
  readonly schema: FieldSchema
  readonly ids: CommandForm['ids']
  readonly value: Value
  readonly isRequired: boolean
  readonly isRoot?: boolean
  readonly onChange: (value: Value) => void
}

/** What was filled in: no field that is empty. */
export const withoutEmpty = (data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== ''))

const isMembers = (value: Value): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: Value): readonly Value[] => (Array.isArray(value) ? value : [])
const propertiesOf = ({ properties }: FieldSchema) =>
  Object.entries((properties ?? {}) as Readonly<Record<string, FieldSchema>>)
const variantsOf = ({ oneOf, anyOf }: FieldSchema): readonly FieldSchema[] =>
  (oneOf ?? anyOf ?? []) as readonly FieldSchema[]

/** A value to begin with: what is required, and what can be one thing only. */
const begun = (schema: FieldSchema): Value => {
  if (schema.const !== undefined) return schema.const as Value
  if (schema.default !== undefined) return schema.default as Value
  const [first] = variantsOf(schema)
  if (first !== undefined) return begun(first)
  if (schema.type === 'array') return []
  if (schema.type !== 'object') return undefined
  const required = (schema.required ?? []) as readonly string[]
  return Object.fromEntries(
    propertiesOf(schema).flatMap(([name, field]) => (required.includes(name) ? [[name, begun(field)]] : [])),
  )
}

/** The variant a value is of: by the members that can be one thing only. */
const variantOf = (variants: readonly FieldSchema[], value: Value): number => {
  const at = variants.findIndex((variant) =>
    isMembers(value)
      ? propertiesOf(variant).every(
          ([name, field]) => field.const === undefined || field.const === value[name],
        ) &&
        Object.keys(value).every(
          (name) => propertiesOf(variant).length === 0 || propertiesOf(variant).some(([one]) => one === name),
        )
      : variant.type === typeof value || (variant.type === 'array' && Array.isArray(value)),
  )
  return Math.max(0, at)
}

const nameOfVariant = (variant: FieldSchema, at: number): string => {
  const fixed = propertiesOf(variant)
    .filter(([, field]) => field.const !== undefined)
    .map(([, field]) => String(field.const))
  return (
    fixed.join(' ') ||
    propertiesOf(variant)
      .map(([name]) => name)
      .join(', ') ||
    String(variant.type ?? variant.const ?? at + 1)
  )
}

export const Field = (given: Given) => {
  const { tongue, name, schema, ids, value, isRequired, isRoot = false, onChange } = given
  const id = useId()
  const meaning = typeof schema.description === 'string' ? schema.description : undefined
  const hint =
    meaning === undefined ? null : (
      <small id={`${id}-hint`}>
        {meaning.split('`').map((part, at) => (at % 2 === 1 ? <code key={part}>{part}</code> : part))}
      </small>
    )
  const describedBy = meaning === undefined ? undefined : `${id}-hint`
  const legend = (
    <legend>
      {name}
      {isRequired ? '' : ' ?'}
    </legend>
  )
  if (schema.const !== undefined) return null
  const variants = variantsOf(schema)
  if (variants.length > 0) {
    const at = variantOf(variants, value)
    return (
      <fieldset class="field">
        {legend}
        {hint}
        <select
          aria-label={name}
          value={value === undefined ? '' : at}
          onChange={({ currentTarget }) =>
            onChange(
              currentTarget.value === ''
                ? undefined
                : begun(variants[Number(currentTarget.value)] as FieldSchema),
            )
          }
        >
          <option value="">{say('notGiven', tongue)}</option>
          {variants.map((variant, one) => (
            <option key={one} value={one}>
              {nameOfVariant(variant, one)}
            </option>
          ))}
        </select>
        {value === undefined ? null : (
          <Field {...given} schema={variants[at] as FieldSchema} isRequired isRoot />
        )}
      </fieldset>
    )
  }
  if (schema.type === 'object') {
    const members = isMembers(value) ? value : {}
    const required = (schema.required ?? []) as readonly string[]
    const fields = propertiesOf(schema)
    const change = (member: string) => (next: Value) =>
      onChange(
        Object.fromEntries(
          Object.entries({ ...members, [member]: next }).filter(([, one]) => one !== undefined),
        ),
      )
    const field = ([member, of]: readonly [string, FieldSchema]) => (
      <Field
        key={member}
        tongue={tongue}
        name={member}
        schema={of}
        ids={ids}
        value={members[member]}
        isRequired={required.includes(member)}
        onChange={change(member)}
      />
    )
    const isShown = ([member]: readonly [string, FieldSchema]) =>
      required.includes(member) || members[member] !== undefined
    const more = fields.filter((one) => !isShown(one))
    const inside = (
      <>
        {fields.filter(isShown).map(field)}
        {more.length === 0 ? null : (
          <details class="more">
            <summary>{say('more', tongue, { n: more.length })}</summary>
            {more.map(field)}
          </details>
        )}
        {typeof schema.additionalProperties === 'object' && fields.length === 0 ? (
          <Json {...given} id={id} />
        ) : null}
      </>
    )
    return isRoot ? (
      <div>{inside}</div>
    ) : (
      <fieldset class="field">
        {legend}
        {hint}
        {inside}
      </fieldset>
    )
  }
  if (schema.type === 'array') {
    const list = listOf(value)
    const items = (schema.items ?? {}) as FieldSchema
    return (
      <fieldset class="field">
        {legend}
        {hint}
        {list.map((one, at) => (
          <div class="item" key={at}>
            <Field
              tongue={tongue}
              name={`${name} ${at + 1}`}
              schema={items}
              ids={ids}
              value={one}
              isRequired
              onChange={(next) => onChange(list.map((other, place) => (place === at ? next : other)))}
            />
            <button
              type="button"
              class="quiet"
              aria-label={`${say('remove', tongue)}: ${name} ${at + 1}`}
              onClick={() => onChange(list.filter((_, place) => place !== at))}
            >
              ×
            </button>
          </div>
        ))}
        <button
          type="button"
          class="quiet"
          aria-label={`${say('add', tongue)}: ${name}`}
          onClick={() => onChange([...list, begun(items) ?? ''])}
        >
          + {say('add', tongue)}
        </button>
      </fieldset>
    )
  }
  const text = value === undefined || typeof value === 'object' ? '' : String(value)
  if (Array.isArray(schema.enum) || schema.type === 'boolean') {
    const choices = (schema.enum ?? [true, false]) as readonly (string | boolean)[]
    return (
      <label class="field">
        <span>
          {name}
          {isRequired ? '' : ' ?'}
        </span>
        <select
          value={text}
          aria-describedby={describedBy}
          onChange={({ currentTarget }) =>
            onChange(choices.find((one) => String(one) === currentTarget.value))
          }
        >
          <option value="">{say('notGiven', tongue)}</option>
          {choices.map((one) => (
            <option key={String(one)} value={String(one)}>
              {String(one)}
            </option>
          ))}
        </select>
        {hint}
      </label>
    )
  }
  const isNumber = schema.type === 'integer' || schema.type === 'number'
  const known = ids[name.replace(/ \d+$/, '').replace(/Ids$/, 'Id')] ?? []
  return (
    <label class="field">
      <span>
        {name}
        {isRequired ? '' : ' ?'}
      </span>
      <input
        value={text}
        inputMode={isNumber ? 'numeric' : undefined}
        list={known.length > 0 ? `${id}-known` : undefined}
        aria-describedby={describedBy}
        autocomplete="off"
        onInput={({ currentTarget: { value: written } }) =>
          onChange(
            written === ''
              ? undefined
              : isNumber && written.trim() !== '' && !Number.isNaN(Number(written))
                ? Number(written)
                : written,
          )
        }
      />
      {known.length === 0 ? null : (
        <datalist id={`${id}-known`}>
          {known.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      {hint}
    </label>
  )
}

/** A record of the user's own keys, as JSON. */
const Json = ({ name, value, onChange, id }: Given & { readonly id: string }) => (
  <label class="field" for={`${id}-json`}>
    <span>{name} (JSON)</span>
    <textarea
      id={`${id}-json`}
      rows={3}
      onChange={({ currentTarget: { value: written } }) => {
        try {
          onChange(JSON.parse(written) as Value)
        } catch {
          onChange(written)
        }
      }}
    >
      {value === undefined ? '' : JSON.stringify(value)}
    </textarea>
  </label>
)
