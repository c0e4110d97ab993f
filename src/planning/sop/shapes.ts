/** How things are done: tasks counted from a class, and the forms that go with it. */
import * as z from 'zod'
import { type DataOfShape, field, type ValueOf } from '../../kernel/index.ts'
import { code, description, instrumentId, title, uniqueBy } from '../../vocabulary/index.ts'

/** One thing to be done for every class of its kind. */
export const sopTaskFields = {
  /** The code of the task in the procedure. */
  task: code,
  title: title.optional(),
  /** `manual`, `slides`, `projector`, `seating`, `refreshments`, `platformRehearsal`, `travel`, or an organisation's own. */
  artefact: code,
  /** The department that sees to it: `operations`, `administration`, `it`, `finance`, or an organisation's own. */
  department: code,
  /** The owner there: `operations`, `trainer`, `administration`, or an organisation's own. */
  role: code,
  /** Days from the anchor to when it is due: −7 is a week before. */
  offset: z.int().min(-730).max(730),
  /** The first class begins, or the last class ends. */
  anchor: z.enum(['start', 'end']),
  /** Which step waits for it. */
  neededFor: z.enum(['confirmation', 'delivery', 'completion']),
}
export const sopTask = field(z.strictObject(sopTaskFields))
export type SopTask = ValueOf<typeof sopTask>

const daysBefore = z.int().min(0).max(365)

/** How one gets a seat (报名流程): who decides, and from when until when one may ask, in days before the first class. */
export const enrolmentProcess = z.strictObject({
  /** Whether a request for a seat has to be approved. */
  approval: z.enum(['required', 'automatic']),
  /** Enrolment opens this many days before the first session. */
  opensDaysBefore: daysBefore.optional(),
  /** Enrolment closes this many days before the first session. */
  closesDaysBefore: daysBefore.optional(),
  /** Withdrawal is free until this many days before the first session. */
  withdrawalDaysBefore: daysBefore.optional(),
})

/** The materials (物料清单): so many a learner, or so many altogether. */
export const materialFields = {
  /** The code of the item. */
  item: code,
  title: title.optional(),
  /** The number of items. */
  quantity: z.int().min(1).max(1_000_000),
  /** Whether the quantity is for each learner, each session or the whole offering. */
  per: z.enum(['learner', 'session', 'offering']),
  /** The department that provides it, by its code. */
  department: code,
  /** Days before the first class by which it has to be there. */
  daysBefore,
}
export const material = field(z.strictObject(materialFields))
export type Material = ValueOf<typeof material>

/** How the class is evaluated (评估模板). */
export const evaluationTemplate = z.strictObject({
  /** The instruments of the evaluation. */
  instruments: z
    .array(
      z.strictObject({
        /** The purpose for which the instrument is used. */
        purpose: z.enum(['reaction', 'pretest', 'posttest', 'pulse', 'followUp']),
        instrumentId,
        /** The version of the instrument. */
        version: z.int().min(1),
      }),
    )
    .min(1)
    .max(20),
})

/** The content of a version of a procedure. */
export const procedure = {
  title,
  /** The use of the procedure: an offering's `kind`, or an organisation's own. */
  kind: code,
  /** The cases that the procedure is meant for, in words. */
  scope: description.optional(),
  /** The tasks of the procedure. */
  tasks: uniqueBy(z.array(sopTask).min(1).max(200), ({ task }) => task),
  /** The forms of the procedure: enrolment, materials and evaluation. */
  forms: field(
    z.strictObject({
      /** The way to a seat: approval, and the days before the first session. */
      enrolment: enrolmentProcess,
      /** The materials that have to be there (物料清单). */
      materials: uniqueBy(z.array(material).max(200), ({ item }) => item),
      /** The evaluation of the offering (评估模板). */
      evaluation: evaluationTemplate.optional(),
    }),
  ),
}
export type Procedure = DataOfShape<typeof procedure>
