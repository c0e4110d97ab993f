import { iri, mailto, sha1 } from './formats.ts'
import { aText, every, holds, isRecord, listOf, oneOf, type Rule, withFields } from './rule.ts'

const identifiers = ['mbox', 'mbox_sha1sum', 'openid', 'account']
const identifiersOf = (actor: object): number =>
  identifiers.filter((name) => Object.hasOwn(actor, name)).length

const identity = {
  name: aText,
  mbox: mailto,
  mbox_sha1sum: sha1,
  openid: iri,
  account: withFields({ 'homePage!': iri, 'name!': aText }),
}

/** A person, by exactly one identifier. */
export const agent: Rule = every(
  withFields({ objectType: oneOf('Agent'), ...identity }),
  holds((actor) => identifiersOf(actor) === 1, 'mbox', 'RuleBroken', 'exactly one identifier'),
)

/** Several: by at most one identifier, and by its members where it has none. */
export const group: Rule = every(
  withFields({ 'objectType!': oneOf('Group'), ...identity, member: listOf(agent) }),
  holds((actor) => identifiersOf(actor) <= 1, 'mbox', 'RuleBroken', 'at most one identifier'),
  holds((actor) => identifiersOf(actor) === 1 || Object.hasOwn(actor, 'member'), 'member', 'MissingKey'),
)

export const isGroup = (value: unknown): boolean => isRecord(value) && value.objectType === 'Group'

export const actor: Rule = (value, path) => (isGroup(value) ? group : agent)(value, path)

/** The authority of a statement: an agent, or an application and its user together. */
export const authority: Rule = every(
  actor,
  holds(
    (who) =>
      !isGroup(who) || (identifiersOf(who) === 0 && Array.isArray(who.member) && who.member.length === 2),
    'member',
    'RuleBroken',
    'an anonymous group of two',
  ),
)
