import {
  assemble,
  catalogue,
  committedFunds,
  completion,
  evaluationRecord,
  funnel,
  lifecycle,
  offeringBoard,
  programStatus,
  roster,
  seats,
  transcript,
} from 'training-ops'
import type { KeptView } from './views.ts'

/** The training system this service hosts. Your own modules, settings and permissions go here. */
export const training = assemble(lifecycle)

/** The views it keeps. Count a version up when the fold of a view changes: it is then folded afresh. */
export const views: readonly KeptView[] = [
  { projection: offeringBoard, version: 1 },
  { projection: seats, version: 1 },
  { projection: roster, version: 1 },
  { projection: funnel, version: 1 },
  { projection: transcript, version: 1 },
  { projection: completion, version: 1 },
  { projection: programStatus, version: 1 },
  { projection: committedFunds, version: 1 },
  { projection: catalogue, version: 1 },
  { projection: evaluationRecord, version: 1 },
]
