/** Event sourcing, and not one word about training. */
export {
  type AskedAt,
  assemble,
  type CommandOf,
  type Consequences,
  type EventOf,
  type PolicyAnswer,
  type RejectionOf,
  type StateLookup,
  type SystemOptions,
  type TrainingSystem,
} from './assemble.ts'
export { canonical } from './canonical.ts'
export type { ClockRule } from './clock-rule.ts'
export {
  type Actor,
  type Command,
  type CommandDeclaration,
  type CommandMakers,
  type CommandMetadata,
  type CommandsOf,
  type CommandVocabulary,
  type DataOfCommand,
  defineCommands,
  type InputOf,
  type Intent,
  intent,
  systemRole,
} from './command.ts'
export { type Decision, defineDecision } from './decision.ts'
export { type Decoder, type InvalidEvent, upcast } from './decode.ts'
export {
  defineEvents,
  type EventDeclaration,
  type EventOptions,
  type EventsOf,
  type EventVocabulary,
  event,
  tagsOf,
  type Upcaster,
} from './define-events.ts'
export { digestOf, sha256Of } from './digest.ts'
export { type Either, isLeft, isRight, type Left, left, type Right, right } from './either.ts'
export {
  type AnyEvent,
  type DataOf,
  type DomainEvent,
  type EventMetadata,
  recorded,
  type Tag,
} from './event.ts'
export { fingerprintOf } from './fingerprint.ts'
export { personalText, publicText, redacted, type TextMark, textMarkOf } from './free-text.ts'
export { given } from './given.ts'
export {
  type IdentityData,
  identitiesIn,
  identitiesTag,
  isIdentityEvent,
  readAs,
  wholeBoundary,
  wholeBoundaryNow,
} from './identities.ts'
export type { Draft } from './immutable.ts'
export { createLedger, type Ledger, type LedgerOptions, type Outcome } from './ledger.ts'
export type { AppendCondition } from './log.ts'
export { isMistake, mistake } from './mistake.ts'
export {
  type CommandOfModules,
  type DecisionsOn,
  defineModule,
  type EventOfModules,
  type Module,
  type RejectionOfModules,
} from './module.ts'
export { needing } from './needing.ts'
export {
  type BoundPermit,
  isPermitted,
  type Permissions,
  type Permit,
  type Permits,
  relationsOf,
} from './permission.ts'
export { type Deadline, type Policy, policies } from './policy.ts'
export { eventIdOf, type PolicyCommandAnswered, policyCommandEvents } from './policy-command.ts'
export {
  type AnyProjection,
  evolve,
  merge,
  type Projection,
  projections,
  type RecipesFor,
  type StateOf,
  sourceOf,
  subjectIn,
  subjectOf,
} from './projection.ts'
export { matches, type Query, type QueryItem } from './query.ts'
export { type Each, eachOf, type Keyed, keyedBy, type Read, type Reads } from './reads.ts'
export {
  defineRejections,
  IllegalTransition,
  InstantAhead,
  InstantPast,
  type InvalidCommand,
  type Issue,
  type IssueCode,
  NotAuthorized,
  onlyFrom,
  payload,
  type Rejection,
  type RejectionsOf,
  type RejectionVocabulary,
  refusedBy,
  Unknown,
} from './rejection.ts'
export {
  type AnySchema,
  type DataOfShape,
  type DefaultedField,
  type Field,
  field,
  type ListField,
  type Named,
  type ObjectSchema,
  type OptionalField,
  type Schema,
  type Shape,
  type TakenBy,
  type ValueOf,
} from './schema.ts'
export { type StatusTable, statusRecipes } from './status.ts'
export {
  type Accepted,
  type Advisory,
  accepted,
  advised,
  isAccepted,
  isRejected,
  rejected,
  type Verdict,
} from './verdict.ts'
export { createViews, fold, mergeViews, project, shardOf, type View, type Views } from './views.ts'
