import { accepted, defineDecision, onlyFrom, refusedBy, Unknown } from '../kernel/index.ts'
import { cultureCommands as commands } from './commands.ts'
import { cultureEvents } from './events.ts'
import { campaign, grantGiven, recognitionGiven, redemptionMade, rewardBalance } from './known.ts'
import { cultureRejections } from './rejections.ts'

const happened = cultureEvents.make
const { DuplicateGrant, DuplicateRecognition, DuplicateRedemption, InsufficientPoints, NonRedeemableUnit } =
  cultureRejections

const nothingIsGrantedTwice = ({ given }: { readonly given: boolean }, grantId: string) =>
  given && DuplicateGrant({ grantId })

export const grantPoints = defineDecision({
  command: commands.GrantPoints,
  reads: { grantGiven },
  decide: (command, { grantGiven }) =>
    refusedBy(nothingIsGrantedTwice(grantGiven, command.grantId)) ?? accepted(happened.PointsEarned(command)),
})

export const grantCredit = defineDecision({
  command: commands.GrantCredit,
  reads: { grantGiven },
  decide: (command, { grantGiven }) =>
    refusedBy(nothingIsGrantedTwice(grantGiven, command.grantId)) ?? accepted(happened.CreditEarned(command)),
})

/** Nobody spends what they do not have. */
export const redeemPoints = defineDecision({
  command: commands.RedeemPoints,
  reads: { rewardBalance, redemptionMade },
  decide: ({ unit, amount, ...redemption }, { rewardBalance, redemptionMade }) => {
    const balance = rewardBalance.points
    return (
      refusedBy(
        unit !== 'points' && NonRedeemableUnit({ unit }),
        redemptionMade.made && DuplicateRedemption({ redemptionId: redemption.redemptionId }),
        amount > balance && InsufficientPoints({ balance, asked: amount }),
      ) ?? accepted(happened.PointsRedeemed({ ...redemption, points: amount }))
    )
  },
})

export const awardRecognition = defineDecision({
  command: commands.AwardRecognition,
  reads: { recognitionGiven },
  decide: (command, { recognitionGiven }) =>
    refusedBy(recognitionGiven.given && DuplicateRecognition({ recognitionId: command.recognitionId })) ??
    accepted(happened.RecognitionAwarded(command)),
})

export const publishAnnouncement = defineDecision({
  command: commands.PublishAnnouncement,
  reads: { campaign },
  decide: (command, { campaign }) =>
    refusedBy(onlyFrom(campaign.status, ['none'], 'PublishAnnouncement')) ??
    accepted(happened.AnnouncementPublished(command)),
})

export const reportReach = defineDecision({
  command: commands.ReportReach,
  reads: { campaign },
  decide: (command, { campaign }) =>
    refusedBy(campaign.status === 'none' && Unknown({ what: 'campaign', id: command.campaignId })) ??
    accepted(happened.ReachReported(command)),
})
