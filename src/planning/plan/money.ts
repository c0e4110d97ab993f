import {
  accepted,
  defineDecision,
  keyedBy,
  onlyFrom,
  refusedBy,
  type StateOf,
  Unknown,
} from '../../kernel/index.ts'
import { nobodyCorrectsTheirOwn } from '../../vocabulary/index.ts'
import { planningCommands as commands } from '../commands.ts'
import { planningEvents } from '../events.ts'
import { program } from '../program/state.ts'
import { planningRejections } from '../rejections.ts'
import { isOfCurrency, moneyMayMove, mustBeDrafted, staysWithin } from './rules.ts'
import { isPromisedFor } from './spent-on.ts'
import { creditsOfInvoice, isReached, postedInvoice, takenBackOfNote, trainingPlan } from './state.ts'

const events = planningEvents.make
const { CreditAboveCost, DuplicateInvoice } = planningRejections

export const commitFunds = defineDecision({
  command: commands.CommitFunds,
  reads: { trainingPlan, program },
  decide: (command, { trainingPlan, program }) => {
    const { commitmentId, amount } = command
    const status = commitmentId in trainingPlan.commitments ? 'committed' : 'unknown'
    return (
      refusedBy(
        moneyMayMove(trainingPlan, command, 'CommitFunds'),
        onlyFrom(status, ['unknown'], 'CommitFunds'),
        program.status === 'cancelled' && onlyFrom(program.status, [], 'CommitFunds'),
        staysWithin(trainingPlan, amount, amount.minor),
      ) ?? accepted(events.FundsCommitted(command))
    )
  },
})

export const postCost = defineDecision({
  command: commands.PostCost,
  reads: { trainingPlan, postedInvoice, credits: keyedBy(creditsOfInvoice, { creditsInvoice: 'invoice' }) },
  decide: (command, { trainingPlan, postedInvoice, credits }) => {
    const { lineId, amount, invoice, commitmentId } = command
    const promised = commitmentId === undefined ? undefined : trainingPlan.commitments[commitmentId]
    const settled = Math.min(amount.minor, promised?.open.minor ?? 0)
    return (
      refusedBy(
        moneyMayMove(trainingPlan, command, 'PostCost'),
        postedInvoice.planId !== undefined &&
          !(postedInvoice.minor > 0 && postedInvoice.minor === credits.minor) &&
          DuplicateInvoice({ invoice, planId: postedInvoice.planId }),
        commitmentId !== undefined &&
          promised?.lineId !== lineId &&
          Unknown({ what: 'commitment', id: commitmentId }),
        promised !== undefined &&
          commitmentId !== undefined &&
          isPromisedFor(promised.for, commitmentId, command),
        staysWithin(trainingPlan, amount, amount.minor - settled),
      ) ?? accepted(events.CostPosted({ ...command, ...promised?.for, settled }))
    )
  },
})

/** How much is left to be taken back: of a cost, or of a credit note. The paper that takes a note back is none: a new note does that. */
const leftOf = (
  { cost, minor }: StateOf<typeof postedInvoice>,
  credits: { readonly minor: number },
  takenBack: { readonly minor: number },
) => {
  if (cost?.creditsInvoice === undefined) return minor - credits.minor
  return Math.max(-minor - takenBack.minor, 0)
}

/**
 * A cost is taken back up to what was posted: the plan has the money again, and what it was spent on costs so much less. An
 * invoice that was taken back altogether may be posted anew. So with a credit note that was wrong: what it took back counts again.
 */
export const creditCost = defineDecision({
  command: commands.CreditCost,
  reads: {
    trainingPlan,
    postedInvoice,
    credits: keyedBy(creditsOfInvoice, { creditsInvoice: 'invoice' }),
    takenBack: keyedBy(takenBackOfNote, { takesBackNote: 'invoice' }),
    note: keyedBy(postedInvoice, { invoice: 'creditNote' }),
    noteTakenBack: keyedBy(takenBackOfNote, { takesBackNote: 'creditNote' }),
  },
  decide: (command, { trainingPlan, postedInvoice, credits, takenBack, note, noteTakenBack }) => {
    const { at, planId, invoice, creditNote, amount, correctedBy, reason } = command
    const { cost } = postedInvoice
    const left = leftOf(postedInvoice, credits, takenBack)
    const isNote = cost?.creditsInvoice !== undefined
    const noteIsGone = note.minor < 0 && note.minor === -noteTakenBack.minor
    const refused = refusedBy(
      mustBeDrafted(trainingPlan, planId),
      (cost === undefined || postedInvoice.planId !== planId) && Unknown({ what: 'invoice', id: invoice }),
      nobodyCorrectsTheirOwn(command, cost?.claimantId, cost?.payeeId),
      cost !== undefined && isOfCurrency(cost.currency, amount),
      note.planId !== undefined &&
        !(noteIsGone && !isNote) &&
        DuplicateInvoice({ invoice: creditNote, planId: note.planId }),
      amount.minor > left && CreditAboveCost({ invoice, left: { ...amount, minor: left } }),
      isNote && staysWithin(trainingPlan, amount, amount.minor),
    )
    if (refused !== undefined || cost === undefined || amount.minor === 0) return refused ?? accepted()
    const { currency, creditsInvoice = invoice, ...spent } = cost
    return accepted(
      events.CostPosted({
        ...spent,
        at,
        planId,
        amount: { currency, minor: isNote ? amount.minor : -amount.minor },
        invoice: creditNote,
        creditsInvoice,
        ...(isNote ? { takesBackNote: invoice } : {}),
        settled: 0,
        correctedBy,
        reason,
      }),
    )
  },
})

export const releaseCommitment = defineDecision({
  command: commands.ReleaseCommitment,
  reads: { trainingPlan },
  decide: ({ at, planId, commitmentId }, { trainingPlan }) => {
    const promised = trainingPlan.commitments[commitmentId]
    const refused = refusedBy(
      mustBeDrafted(trainingPlan, planId),
      !trainingPlan.holds && onlyFrom(trainingPlan.status, [], 'ReleaseCommitment'),
      promised === undefined && Unknown({ what: 'commitment', id: commitmentId }),
    )
    if (refused !== undefined || promised === undefined) return refused ?? accepted()
    const { lineId, open } = promised
    if (open.minor === 0) return accepted()
    const freed = { at, planId, lineId, commitmentId, amount: { ...open }, ...promised.for }
    return accepted(events.CommitmentReleased(freed))
  },
})

export const raiseBudgetAlert = defineDecision({
  command: commands.RaiseBudgetAlert,
  reads: { trainingPlan },
  decide: ({ at, planId, currency, threshold }, { trainingPlan }) => {
    const refused = refusedBy(mustBeDrafted(trainingPlan, planId))
    if (refused !== undefined) return refused
    const sums = {
      approved: trainingPlan.approved[currency] ?? 0,
      posted: trainingPlan.posted[currency] ?? 0,
      committed: trainingPlan.committed[currency] ?? 0,
    }
    const alerted = (trainingPlan.alerted[currency] ?? []).some((one) => one >= threshold)
    if (alerted || !isReached(threshold, sums.posted, sums.approved)) return accepted()
    return accepted(events.BudgetAlertRaised({ at, planId, currency, threshold, ...sums }))
  },
})
