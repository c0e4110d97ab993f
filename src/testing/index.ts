/** For hosts who write workflows and want them right: scenarios, and what stands on them. */
export { arbitraryOf, type Overrides } from './arbitrary-of.ts'
export { type Expectation, type Given, type Reaction, scenario, type ThenKnown } from './scenario.ts'
export { type Few, type Universe, universe } from './universe.ts'
