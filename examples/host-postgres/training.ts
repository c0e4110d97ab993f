import {
  type AnyProjection,
  assemble,
  certificateRecord,
  commitmentRecord,
  courseRecord,
  enrolmentRecord,
  lifecycle,
  mayRead,
  offeringRecord,
  type Permissions,
  programRecord,
  readPermissions,
  relationsToRead,
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

/** The views it keeps; yours go here, and a row for each that others than the system may read. */
export const views: readonly AnyProjection[] = [
  offeringRecord,
  courseRecord,
  seatAllocation,
  enrolmentRecord,
  certificateRecord,
  programRecord,
  commitmentRecord,
  studyRecord,
]

/** Who may read them: the standard table of the library. */
export const reading: Permissions = readPermissions

/** Whether somebody may read a view or a subject of it, with what the directory knows of them. */
export const mayLook = async (
  { actor }: Asker,
  name: string,
  subject: string | undefined,
  state: unknown,
): Promise<boolean> => {
  const view = views.find((one) => one.name === name) ?? { name, by: [] }
  const what = { view, ...(subject === undefined ? {} : { subject }), state }
  const asked = relationsToRead(reading, what, actor.role)
  const hold = asked.length === 0 ? [] : await relations(actor, asked)
  return mayRead(reading, what, { ...actor, relations: asked.filter((one) => hold.includes(one)) })
}
