/** For hosts who write workflows and want them right: scenarios, and what stands on them. */
export { arbitraryOf, type Overrides } from './arbitrary-of.ts'
export { type Explored, type Exploring, explore } from './explore.ts'
export type { KeptLives } from './kept-lives.ts'
export type { Invariant, Look, RejectedCommand, TerminalState } from './laws/invariants.ts'
export type { Law, LawOptions } from './laws/law.ts'
export { lawsOfMetric, type MetricLaws, type Summed } from './laws/of-metric.ts'
export { lawsOfProjection, type ProjectionLaws } from './laws/of-projection.ts'
export { lawsOfUpcasters, type UpcasterLaws } from './laws/of-upcasters.ts'
export { lawsOf, type WorkflowLaws } from './laws/of-workflow.ts'
export type { MustBeAccepted, NeverAfter, Within } from './laws/temporal.ts'
export { type Mutating, type Mutation, mutants } from './mutants.ts'
export { type PortsConformance, portsConformance } from './ports/conformance.ts'
export { type Outcomes, type Race, type RunResult, races, type Violation } from './races.ts'
export { type Reach, type Reaching, reach, type Visits } from './reach.ts'
export { type LogLaws, type Replayed, replay } from './replay.ts'
export {
  type Expectation,
  type Given,
  type Reaction,
  scenario,
  type ThenKnown,
  type Unwanted,
} from './scenario.ts'
export { type Store, type StoreCheck, type StoreConformance, storeConformance } from './store/conformance.ts'
export { type StoryOptions, stories } from './stories.ts'
export type { Step, Story, Thrown, Workflow } from './story.ts'
export { type Universe, universe, type ValuePool } from './universe.ts'
export { en, type KitLanguage, type KitWord, zhCN } from './words/index.ts'
