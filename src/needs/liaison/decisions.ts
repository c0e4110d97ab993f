import { accepted, defineDecision, onlyFrom, refusedBy, rejected, Unknown } from '../../kernel/index.ts'
import { needsEvents } from '../events.ts'
import { needsRejections } from '../rejections.ts'
import { needsSettings } from '../settings.ts'
import { liaisonCommands as commands } from './commands.ts'
import { liaisonReview } from './state.ts'

const events = needsEvents.make
const { LiaisonReviewNotDue } = needsRejections

export const scheduleLiaisonReview = defineDecision({
  command: commands.ScheduleLiaisonReview,
  reads: { liaisonReview },
  settings: needsSettings,
  decide: (command, { liaisonReview }, { liaisonEveryMonths }) => {
    const { liaisonReviewId, dueAt, series = liaisonReviewId, firstDueAt = dueAt } = command
    const { everyMonths = liaisonEveryMonths } = command
    const review = { ...command, series, firstDueAt, everyMonths, plannedFor: dueAt }
    return (
      refusedBy(onlyFrom(liaisonReview.status, ['unknown'], 'ScheduleLiaisonReview')) ??
      accepted(events.LiaisonReviewScheduled(review))
    )
  },
})

const noSuchTalk = (id: string) => rejected(Unknown({ what: 'liaisonReview', id }))

export const rescheduleLiaisonReview = defineDecision({
  command: commands.RescheduleLiaisonReview,
  reads: { liaisonReview },
  decide: ({ at, liaisonReviewId, dueAt }, { liaisonReview: { status, review } }) => {
    if (review === undefined) return noSuchTalk(liaisonReviewId)
    const refused = refusedBy(onlyFrom(status, ['scheduled'], 'RescheduleLiaisonReview'))
    if (refused !== undefined) return refused
    if (review.dueAt === dueAt) return accepted()
    return accepted(events.LiaisonReviewRescheduled({ ...review, at, liaisonReviewId, dueAt }))
  },
})

export const holdLiaisonReview = defineDecision({
  command: commands.HoldLiaisonReview,
  reads: { liaisonReview },
  decide: (command, { liaisonReview: { status, review } }) => {
    if (review === undefined) return noSuchTalk(command.liaisonReviewId)
    return (
      refusedBy(onlyFrom(status, ['scheduled'], 'HoldLiaisonReview')) ??
      accepted(events.LiaisonReviewHeld({ ...review, ...command }))
    )
  },
})

export const missLiaisonReview = defineDecision({
  command: commands.MissLiaisonReview,
  reads: { liaisonReview },
  decide: ({ at, liaisonReviewId, dueAt }, { liaisonReview: { status, review } }) => {
    if (review === undefined) return noSuchTalk(liaisonReviewId)
    if (status !== 'scheduled' || review.dueAt !== dueAt) return accepted()
    return (
      refusedBy(at < dueAt && LiaisonReviewNotDue({ dueAt })) ??
      accepted(events.LiaisonReviewMissed({ ...review, at, liaisonReviewId }))
    )
  },
})

export const cancelLiaisonReview = defineDecision({
  command: commands.CancelLiaisonReview,
  reads: { liaisonReview },
  decide: ({ at, liaisonReviewId, reason }, { liaisonReview: { status, review } }) => {
    if (review === undefined) return noSuchTalk(liaisonReviewId)
    return (
      refusedBy(onlyFrom(status, ['scheduled'], 'CancelLiaisonReview')) ??
      accepted(events.LiaisonReviewCancelled({ ...review, at, liaisonReviewId, reason }))
    )
  },
})
