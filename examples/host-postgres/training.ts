import {
  type AnyProjection,
  assemble,
  certificateRecord,
  commitmentRecord,
  courseRecord,
  enrolmentRecord,
  lifecycle,
  offeringRecord,
  programRecord,
  seatAllocation,
  studyRecord,
} from 'training-ops'
import type { RelationsOfActor } from 'training-ops/host'
import type { Asker } from './who-asks.ts'

/** The training system this service hosts. Your own modules, settings and permissions go here. */
export const training = assemble(lifecycle)

/**
 * Which relations of a person hold (`reportsTo:ada`, `teaches:o-1`, `owns:plan-1`): your directory knows. As it stands none does, so
 * that managers and trainers may ask only what their role alone allows.
 */
export const relations: RelationsOfActor = () => []

/** A role that reads a view; or reads its own subjects alone, whose last id is the reader's (`o-1 ada`). */
type Reader = string | { readonly role: string; readonly own: 'subject' }

const everybody = ['operations', 'manager', 'trainer', 'finance', 'administration', 'learner']
const staff = ['operations', 'manager', 'trainer']
const themselves: Reader = { role: 'learner', own: 'subject' }

/** The views it keeps, and who may read them beside the system; yours go here. */
export const views: readonly { readonly projection: AnyProjection; readonly readers: readonly Reader[] }[] = [
  { projection: offeringRecord, readers: everybody },
  { projection: courseRecord, readers: everybody },
  { projection: seatAllocation, readers: staff },
  { projection: enrolmentRecord, readers: [...staff, themselves] },
  { projection: certificateRecord, readers: ['operations', 'manager'] },
  { projection: programRecord, readers: ['operations', 'manager', 'finance'] },
  { projection: commitmentRecord, readers: ['operations', 'manager', 'finance'] },
  { projection: studyRecord, readers: ['operations', 'manager'] },
]

/** Whether who asks may read a view, or one subject of it. What is not in the table nobody reads but the system. */
export const mayRead = (asker: Asker, name: string, subject?: string): boolean => {
  if (asker.system) return true
  const { id, role } = asker.actor
  const readers = views.find(({ projection }) => projection.name === name)?.readers ?? []
  return readers.some((reader) =>
    typeof reader === 'string' ? reader === role : reader.role === role && subject?.split(' ').at(-1) === id,
  )
}
