import { accepted, defineDecision, onlyFrom, refusedBy, rejected, Unknown } from '../kernel/index.ts'
import { startOfDay } from '../vocabulary/index.ts'
import { cultureCommands as commands } from './commands.ts'
import { cultureEvents } from './events.ts'
import { cultureRejections } from './rejections.ts'
import { yearIn } from './schemes.ts'
import { cultureSettings } from './settings.ts'
import {
  campaign,
  creditSchemes,
  grantGiven,
  incentiveSchemes,
  leftOf,
  recognitionGiven,
  redemptionMade,
  rewardAccount,
  rewardBalance,
} from './state.ts'

const events = cultureEvents.make
const {
  CriteriaUnmet,
  DuplicateGrant,
  DuplicateRecognition,
  DuplicateRedemption,
  EffectBeforeLast,
  ExpiryInFuture,
  InsufficientPoints,
  NonRedeemableUnit,
  ReachAboveAudience,
  VersionOutOfOrder,
  YearAlreadyClosed,
  YearNotOver,
} = cultureRejections

type Dated = { readonly version: number; readonly effectiveFrom: string }

const versionsAreCountedUp = (versions: readonly Dated[], { version }: Dated) => {
  const next = (versions.at(-1)?.version ?? 0) + 1
  return version !== next && VersionOutOfOrder({ version, next })
}

const versionsComeInOrder = (versions: readonly Dated[], { effectiveFrom }: Dated) => {
  const last = versions.at(-1)?.effectiveFrom
  return last !== undefined && effectiveFrom < last && EffectBeforeLast({ effectiveFrom, last })
}

export const publishCreditScheme = defineDecision({
  command: commands.PublishCreditScheme,
  reads: { creditSchemes },
  decide: (command, { creditSchemes: { versions } }) =>
    refusedBy(versionsAreCountedUp(versions, command), versionsComeInOrder(versions, command)) ??
    accepted(events.CreditSchemePublished(command)),
})

export const publishIncentiveScheme = defineDecision({
  command: commands.PublishIncentiveScheme,
  reads: { incentiveSchemes },
  decide: (command, { incentiveSchemes: { versions } }) =>
    refusedBy(versionsAreCountedUp(versions, command), versionsComeInOrder(versions, command)) ??
    accepted(events.IncentiveSchemePublished(command)),
})

const nothingIsGrantedTwice = ({ given }: { readonly given: boolean }, grantId: string) =>
  given && DuplicateGrant({ grantId })

/** The part of a grant that the person kept when it was taken back is not given again. */
export const grantPoints = defineDecision({
  command: commands.GrantPoints,
  reads: { grantGiven },
  decide: (command, { grantGiven }) => {
    const refused = refusedBy(nothingIsGrantedTwice(grantGiven, command.grantId))
    const isTheirs = grantGiven.grant?.learnerId === command.learnerId
    const kept = isTheirs ? grantGiven.kept : 0
    if (refused !== undefined || kept >= command.points) return refused ?? accepted()
    const again = kept === 0 ? {} : { points: command.points - kept, keptBefore: kept }
    return accepted(events.PointsEarned({ ...command, ...again }))
  },
})

type Credit = Omit<Parameters<typeof events.CreditEarned>[0], 'cutHundredths'>

/** The grant is cut at the cap of the year, and the event names the part that was cut off. */
const withinTheCap = (grant: Credit, yearCapHundredths: number | undefined, inYear: number) => {
  if (yearCapHundredths === undefined) return events.CreditEarned(grant)
  const room = yearCapHundredths - inYear
  if (room <= 0) return events.CreditCapReached({ ...grant, yearCapHundredths })
  const asked = grant.creditHundredths
  const cut = asked > room ? { creditHundredths: room, cutHundredths: asked - room } : {}
  return events.CreditEarned({ ...grant, ...cut })
}

export const grantCredit = defineDecision({
  command: commands.GrantCredit,
  reads: { grantGiven, rewardAccount },
  settings: cultureSettings,
  decide: ({ yearCapHundredths, ...grant }, { grantGiven, rewardAccount }, { zone }) => {
    const { year = yearIn(grant.at, zone) } = grant
    return (
      refusedBy(nothingIsGrantedTwice(grantGiven, grant.grantId)) ??
      accepted(withinTheCap({ ...grant, year }, yearCapHundredths, rewardAccount.credit[year] ?? 0))
    )
  },
})

/** A grant of credit is taken back and given as it should have been, in one append. */
export const correctCredit = defineDecision({
  command: commands.CorrectCredit,
  reads: { grantGiven, rewardAccount },
  decide: ({ yearCapHundredths, cause, ...now }, { grantGiven: { grant, given }, rewardAccount }) => {
    const { at, grantId, learnerId, year, creditHundredths } = now
    if (grant?.unit !== 'credit' || grant.learnerId !== learnerId)
      return rejected(Unknown({ what: 'grant', id: grantId }))
    if (!given) return accepted()
    const { creditHundredths: was, year: wasIn } = grant
    const back = events.CreditReversed({ at, grantId, learnerId, cause, creditHundredths: was, year: wasIn })
    if (creditHundredths === 0) return accepted(back)
    const others = (rewardAccount.credit[year] ?? 0) - (year === wasIn ? was : 0)
    const again = withinTheCap(now, yearCapHundredths, others)
    const gives = again.type === 'CreditEarned' ? again.data.creditHundredths : 0
    return gives === was && year === wasIn ? accepted() : accepted(back, again)
  },
})

/** A grant is taken back once; asked again, nothing is left to take. */
export const reverseGrant = defineDecision({
  command: commands.ReverseGrant,
  reads: { grantGiven, rewardAccount },
  decide: (command, { grantGiven: { grant, given }, rewardAccount }) => {
    if (grant === undefined || grant.learnerId !== command.learnerId)
      return rejected(Unknown({ what: 'grant', id: command.grantId }))
    if (!given) return accepted()
    if (grant.unit === 'credit') {
      const { creditHundredths, year } = grant
      return accepted(events.CreditReversed({ ...command, creditHundredths, year }))
    }
    const { earnedAt, points } = grant
    const left = Math.min(
      points,
      leftOf(rewardAccount, (at) => at <= earnedAt),
    )
    return accepted(events.PointsReversed({ ...command, earnedAt, points: left, goneBefore: points - left }))
  },
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
      ) ?? accepted(events.PointsRedeemed({ ...redemption, points: amount }))
    )
  },
})

export const expirePoints = defineDecision({
  command: commands.ExpirePoints,
  reads: { rewardAccount },
  decide: (command, { rewardAccount }) => {
    const { at, earnedUpTo } = command
    const points = leftOf(rewardAccount, (earnedAt) => earnedAt <= earnedUpTo)
    return (
      refusedBy(earnedUpTo > at && ExpiryInFuture({ earnedUpTo })) ??
      (points === 0 ? accepted() : accepted(events.PointsExpired({ ...command, points })))
    )
  },
})

/** The year's account is closed once, after the year; what was earned since is the next year's. */
export const carryForward = defineDecision({
  command: commands.CarryForward,
  reads: { rewardAccount },
  settings: cultureSettings,
  decide: ({ most, ...closing }, { rewardAccount }, { zone }) => {
    const { at, learnerId, year } = closing
    const isOver = yearIn(at, zone) > year
    const refused = refusedBy(
      !isOver && YearNotOver({ year }),
      rewardAccount.closed[year] && YearAlreadyClosed({ year }),
    )
    if (refused !== undefined) return refused
    const end = startOfDay(`${year + 1}-01-01`, zone)
    const left = leftOf(rewardAccount, (earnedAt) => earnedAt < end)
    const forfeited = Math.max(0, left - (most ?? left))
    const carried = events.BalanceCarriedForward({
      ...closing,
      points: left - forfeited,
      forfeited,
      creditHundredths: rewardAccount.credit[year] ?? 0,
    })
    return forfeited === 0
      ? accepted(carried)
      : accepted(events.PointsExpired({ at, learnerId, points: forfeited, earnedUpTo: end }), carried)
  },
})

export const awardRecognition = defineDecision({
  command: commands.AwardRecognition,
  reads: { recognitionGiven },
  decide: (command, { recognitionGiven }) => {
    const unmet = command.criteria.filter(({ need, have }) => have < need)
    return (
      refusedBy(
        recognitionGiven.given && DuplicateRecognition({ recognitionId: command.recognitionId }),
        unmet.length > 0 && CriteriaUnmet({ criteria: unmet.map(({ criterion }) => criterion) }),
      ) ?? accepted(events.RecognitionAwarded(command))
    )
  },
})

export const publishAnnouncement = defineDecision({
  command: commands.PublishAnnouncement,
  reads: { campaign },
  decide: (command, { campaign }) =>
    refusedBy(onlyFrom(campaign.status, ['none'], 'PublishAnnouncement')) ??
    accepted(events.AnnouncementPublished(command)),
})

const nobodyIsReachedTwice = (reached: number, audienceSize: number | undefined) =>
  audienceSize !== undefined && reached > audienceSize && ReachAboveAudience({ reached, audienceSize })

/** As last counted: a count is put right by the next one. */
export const reportReach = defineDecision({
  command: commands.ReportReach,
  reads: { campaign },
  decide: (command, { campaign }) =>
    refusedBy(
      campaign.status === 'none' && Unknown({ what: 'campaign', id: command.campaignId }),
      nobodyIsReachedTwice(command.reached, campaign.audienceSize),
    ) ?? accepted(events.ReachReported(command)),
})
