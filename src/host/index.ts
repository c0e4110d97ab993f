/** The runtime that every host needs, over ports. It has no input or output of its own. */
export type { HeldBack } from './ballots.ts'
export { type Asking, type Entrance, executing, type RelationsOfActor, type Retries } from './execute.ts'
export { isBusy, isWrittenByNewer, type UnreadEvent } from './failures.ts'
export { type Entry, type FollowedLog, followLog } from './followed-log.ts'
export { type Host, type HostOptions, type HostStatus, startHost } from './host.ts'
export { type ChangedSubjects, type HostViews, projectionFingerprint, type Seen } from './kept-views.ts'
export { memoryPorts } from './memory.ts'
export type {
  BallotBox,
  BallotsPort,
  Checkpoint,
  CheckpointsPort,
  ClockPort,
  DeadlinesPort,
  DueCommand,
  FailingDeadline,
  Ports,
  QuarantinePort,
  SetAside,
  StoredEvent,
  StorePort,
  TaggedEvent,
} from './ports.ts'
export type { Carried } from './what-follows.ts'
