import { type AnyEvent, enrolmentRecord, offeringRecord, project } from 'training-ops'

/** The records of enrolments and classes that figures and views are taken from. */
export const recordsOf = (events: readonly AnyEvent[], options: { readonly asOf?: string } = {}) => ({
  enrolments: project(enrolmentRecord, events, options),
  offerings: project(offeringRecord, events, options),
})
