/** A published report whose facts were put right since is flagged: somebody restates it, or lets it stand. */
import type { DeliveryEvent } from '../../delivery/events.ts'
import { accepted, defineDecision, intent, policies, projections, refusedBy } from '../../kernel/index.ts'
import type { PlanningEvent } from '../../planning/events.ts'
import { evaluationCommands as commands } from '../commands.ts'
import { type EvaluationEvent, evaluationEvents } from '../events.ts'
import { mustBePlanned, subjectOf } from './rules.ts'
import { study } from './state.ts'

type Reports = { evaluationIds: string[] }

/** The studies of a program whose report is out, closed ones too. */
const reportsOfProgram = projections<EvaluationEvent>()({
  name: 'reportsOfProgram',
  by: ['programId'],
  initial: (): Reports => ({ evaluationIds: [] }),
  on: {
    EvaluationReportPublished: ({ evaluationIds }, { evaluationId }) => {
      evaluationIds.push(evaluationId)
    },
  },
})

/** The same of one class alone. */
const reportsOfOffering = projections<EvaluationEvent>()({
  ...reportsOfProgram,
  name: 'reportsOfOffering',
  by: ['offeringId'],
})

/** Flagged once, until it is restated. */
export const flagEvaluationReport = defineDecision({
  command: commands.FlagEvaluationReport,
  reads: { study },
  decide: (command, { study }) =>
    refusedBy(mustBePlanned(study, command.evaluationId)) ??
    (study.digest === undefined || study.isFlagged
      ? accepted()
      : accepted(evaluationEvents.make.EvaluationReportFlagged({ ...command, ...subjectOf(study) }))),
})

const policy = policies<DeliveryEvent | EvaluationEvent | PlanningEvent>()
const reads = { reportsOfProgram, reportsOfOffering }

const flagged = (
  { at }: { readonly at: string },
  { reportsOfProgram, reportsOfOffering }: { readonly [Name in keyof typeof reads]: Reports },
  cause: string,
) =>
  [...reportsOfProgram.evaluationIds, ...reportsOfOffering.evaluationIds].map((evaluationId) =>
    intent(commands.FlagEvaluationReport, { at, evaluationId, cause }),
  )

/** A completion that was judged anew flags the published reports of its program and of its class. */
export const aReassessedCompletionFlagsTheReports = policy({
  name: 'aReassessedCompletionFlagsTheReports',
  when: 'CompletionReassessed',
  reads,
  react: (reassessed, reports) => flagged(reassessed, reports, 'completionReassessed'),
})

/** So does an answer that is found not to count. */
export const anInvalidatedAnswerFlagsTheReports = policy({
  name: 'anInvalidatedAnswerFlagsTheReports',
  when: 'ResponseInvalidated',
  reads,
  react: (invalidated, reports) => flagged(invalidated, reports, 'responseInvalidated'),
})

/** So does a cost that is taken back, in whole or in part. */
export const aCostTakenBackFlagsTheReports = policy({
  name: 'aCostTakenBackFlagsTheReports',
  when: 'CostPosted',
  reads,
  react: (posted, reports) =>
    posted.creditsInvoice === undefined ? [] : flagged(posted, reports, 'costTakenBack'),
})
