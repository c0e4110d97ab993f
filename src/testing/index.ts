/** For hosts who write workflows and want them right: scenarios, and what stands on them. */
export { type Expectation, type Given, type Reaction, scenario } from './scenario.ts'
