import type { Look } from '../worker/protocol.ts'

/** What is shown first: a sharing session is full, and ten people wait for a seat. */
export const firstLook: Look = {
  moment: { at: '2025-06-10T09:00:00.000Z', mode: 'was' },
  offeringId: 'sharing-2',
}
