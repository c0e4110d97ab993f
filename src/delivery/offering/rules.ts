import { Unknown } from '../../kernel/index.ts'
import type { OfferingState } from './known.ts'

/** Nothing is asked of an offering that nobody put on the calendar. */
export const mustBeScheduled = (offering: OfferingState, offeringId: string) =>
  offering.status === 'unknown' && Unknown({ what: 'offering', id: offeringId })
