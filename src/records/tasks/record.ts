import type { DeliveryEvent } from '../../delivery/events.ts'
import { projections } from '../../kernel/index.ts'
import type { NeedsEvent } from '../../needs/events.ts'
import type { PlanningEvent } from '../../planning/events.ts'
import { given } from '../../vocabulary/index.ts'

/** Something a department has to see to: a task, or a request that waits for its answer. */
export type DepartmentTask = {
  /** `operations`, `administration`, `finance`, `manager`, or an organisation's own. */
  owner: string
  kind:
    | 'task'
    | 'incident'
    | 'milestone'
    | 'liaisonReview'
    | 'planApproval'
    | 'budgetIncrease'
    | 'expenseClaim'
    | 'businessFit'
    | 'programApproval'
  /** An offering, a program, a plan or a business unit, and which. */
  of: { kind: 'offering' | 'program' | 'plan' | 'unit'; id: string }
  id: string
  /** The subject: the artefact of a task, the kind of an incident, a title, the category of an expense. */
  about: string
  /** The person in the department, where one was named. */
  assigneeId?: string
  /** By which instant, or until the end of which day, where that was said. */
  dueAt?: string
  dueOn?: string
}

export type DepartmentTasks = {
  /** The open tasks, by the thing they belong to: `offering o-1` → `task t-1` → the task. */
  open: Record<string, Record<string, DepartmentTask>>
  /** The titles of programs. */
  titles: Record<string, string>
}

type Named = Pick<DepartmentTask, 'of' | 'kind' | 'id'> & { owner?: string }

const subjectOf = ({ of }: Named): string => `${of.kind} ${of.id}`

/** Both sides owe a talk, each for itself; everything else has one owner. */
const keyOf = ({ kind, id, owner }: Named): string =>
  kind === 'liaisonReview' ? `${kind} ${id} ${owner}` : `${kind} ${id}`

const opened = ({ open }: DepartmentTasks, item: DepartmentTask): void => {
  const subject = subjectOf(item)
  open[subject] ??= {}
  open[subject][keyOf(item)] = item
}

const closed = ({ open }: DepartmentTasks, item: Named): void => {
  const items = open[subjectOf(item)]
  if (items === undefined) return
  delete items[keyOf(item)]
  if (Object.keys(items).length === 0) delete open[subjectOf(item)]
}

const offering = (id: string) => ({ kind: 'offering' as const, id })
const program = (id: string) => ({ kind: 'program' as const, id })
const plan = (id: string) => ({ kind: 'plan' as const, id })

const task = ({ offeringId, taskId }: { offeringId: string; taskId: string }) =>
  ({ of: offering(offeringId), kind: 'task', id: taskId }) as const
const incident = ({ offeringId, incidentId }: { offeringId: string; incidentId: string }) =>
  ({ of: offering(offeringId), kind: 'incident', id: incidentId }) as const
const milestone = ({ programId, milestoneId }: { programId: string; milestoneId: string }) =>
  ({ of: program(programId), kind: 'milestone', id: milestoneId }) as const
const businessFit = ({ programId }: { programId: string }) =>
  ({ of: program(programId), kind: 'businessFit', id: programId }) as const
const programApproval = ({ programId }: { programId: string }) =>
  ({ of: program(programId), kind: 'programApproval', id: programId }) as const
const planApproval = ({ planId }: { planId: string }) =>
  ({ of: plan(planId), kind: 'planApproval', id: planId }) as const
const increase = ({ planId, increaseId }: { planId: string; increaseId: string }) =>
  ({ of: plan(planId), kind: 'budgetIncrease', id: increaseId }) as const
const claim = ({ planId, claimId }: { planId: string; claimId: string }) =>
  ({ of: plan(planId), kind: 'expenseClaim', id: claimId }) as const
const talk = ({ unitId, liaisonReviewId }: { unitId: string; liaisonReviewId: string }) =>
  ({ of: { kind: 'unit', id: unitId }, kind: 'liaisonReview', id: liaisonReviewId }) as const

const closes =
  <Data>(named: (data: Data) => Named) =>
  (state: DepartmentTasks, data: Data): void =>
    closed(state, named(data))

type Asking = { programId: string }
/** The confirmation by the business is given anew when the objectives or the curriculum change. */
const asksTheBusiness = (state: DepartmentTasks, { programId }: Asking): void =>
  opened(state, {
    ...businessFit({ programId }),
    owner: 'manager',
    about: state.titles[programId] ?? programId,
  })

type Talk = {
  unitId: string
  liaisonReviewId: string
  dueAt: string
  counterpartId?: string | undefined
}
const owesATalk = (state: DepartmentTasks, review: Talk): void => {
  const { dueAt, counterpartId } = review
  const item = { ...talk(review), about: review.unitId, dueAt }
  opened(state, { ...item, owner: 'operations' })
  opened(state, {
    ...item,
    owner: 'manager',
    ...given({ assigneeId: counterpartId }),
  })
}
const owesNone = (state: DepartmentTasks, review: { unitId: string; liaisonReviewId: string }): void =>
  ['operations', 'manager'].forEach((owner) => {
    closed(state, { ...talk(review), owner })
  })

/**
 * Open tasks and requests of every department (各部门待办), across offerings, programs, plans and talks with the business.
 * Its events come in their order.
 */
export const departmentTaskRecord = projections<DeliveryEvent | PlanningEvent | NeedsEvent>()({
  name: 'departmentTaskRecord',
  initial: (): DepartmentTasks => ({ open: {}, titles: {} }),
  on: {
    TaskPlanned: (state, planned) =>
      opened(state, {
        ...task(planned),
        owner: planned.owner,
        about: planned.artefact,
        dueAt: planned.dueAt,
      }),
    TaskCompleted: closes(task),
    TaskWaived: closes(task),
    IncidentReported: (state, reported) =>
      opened(state, { ...incident(reported), owner: 'operations', about: reported.kind }),
    IncidentCorrected: (state, corrected) => {
      const { offeringId } = corrected
      const open = state.open[`offering ${offeringId}`]?.[keyOf(incident(corrected))]
      if (open !== undefined) open.about = corrected.kind
    },
    IncidentRetracted: closes(incident),
    IncidentResolved: closes(incident),
    OfferingCancelled: ({ open }, { offeringId }) => {
      delete open[`offering ${offeringId}`]
    },
    OfferingVoided: ({ open }, { offeringId }) => {
      delete open[`offering ${offeringId}`]
    },

    ProgramProposed: (state, { programId, title }) => {
      state.titles[programId] = title
      asksTheBusiness(state, { programId })
    },
    ObjectiveSet: asksTheBusiness,
    ObjectiveStated: asksTheBusiness,
    CurriculumDesigned: asksTheBusiness,
    BusinessFitConfirmed: closes(businessFit),
    MilestonePlanned: (state, planned) => {
      const { assigneeId } = state.open[`program ${planned.programId}`]?.[keyOf(milestone(planned))] ?? {}
      opened(state, {
        ...milestone(planned),
        owner: 'operations',
        about: planned.title,
        dueOn: planned.due,
        ...given({ assigneeId }),
      })
    },
    ResponsibilityAssigned: ({ open }, { programId, milestoneId, accountableId }) => {
      if (milestoneId === undefined) return
      const item = open[`program ${programId}`]?.[keyOf(milestone({ programId, milestoneId }))]
      if (item !== undefined) item.assigneeId = accountableId
    },
    MilestoneReached: (state, reached) => {
      const item = state.open[`program ${reached.programId}`]?.[keyOf(milestone(reached))]
      if (reached.nextDue === undefined) closed(state, milestone(reached))
      else if (item !== undefined) item.dueOn = reached.nextDue
    },
    ProgramSubmitted: (state, { programId }) =>
      opened(state, {
        ...programApproval({ programId }),
        owner: 'manager',
        about: state.titles[programId] ?? programId,
      }),
    ProgramReturned: closes(programApproval),
    ProgramApproved: closes(programApproval),
    ProgramCompleted: ({ open }, { programId }) => {
      delete open[`program ${programId}`]
    },
    ProgramCancelled: ({ open }, { programId }) => {
      delete open[`program ${programId}`]
    },

    PlanSubmitted: (state, { planId }) =>
      opened(state, { ...planApproval({ planId }), owner: 'manager', about: planId }),
    PlanReturned: closes(planApproval),
    PlanApproved: closes(planApproval),
    BudgetIncreaseRequested: (state, asked) =>
      opened(state, { ...increase(asked), owner: 'manager', about: asked.lineId }),
    BudgetIncreaseGranted: closes(increase),
    BudgetIncreaseRefused: closes(increase),
    ExpenseClaimed: (state, claimed) =>
      opened(state, { ...claim(claimed), owner: 'finance', about: claimed.category }),
    ExpenseReimbursed: closes(claim),
    ExpenseRefused: closes(claim),
    PlanClosed: ({ open }, { planId }) => {
      delete open[`plan ${planId}`]
    },

    LiaisonReviewScheduled: owesATalk,
    LiaisonReviewRescheduled: owesATalk,
    LiaisonReviewHeld: owesNone,
    LiaisonReviewMissed: owesNone,
    LiaisonReviewCancelled: owesNone,
  },
  shardBy: 'offeringId',
  merge: (a, b) => ({ open: { ...a.open, ...b.open }, titles: { ...a.titles, ...b.titles } }),
})
