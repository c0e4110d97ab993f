/** What came of a command, as data and in words, with the status that says the same to machines. */
import { isRejected, type Outcome } from 'training-ops'
import { explainAdvisory, explainIssue, explainRejection, type Locale } from 'training-ops/reports'
import type { C, E, R } from './service.ts'
import type { Carried } from './what-follows.ts'

type Refusal = { readonly code: string; readonly [datum: string]: unknown }
export type Status = 200 | 400 | 403 | 409

/** Refused by a rule: 409, for it may be accepted once things stand otherwise. */
const statusOf = ({ code }: Refusal): Status =>
  code === 'InvalidCommand' ? 400 : code === 'NotAuthorized' ? 403 : 409

const refusal = (rejection: Refusal, locale: Locale, zone: string) => ({
  accepted: false as const,
  rejection,
  message: explainRejection(rejection, locale, zone),
  ...(rejection.code === 'InvalidCommand'
    ? {
        issues: (rejection.issues as readonly Parameters<typeof explainIssue>[0][]).map((issue) => ({
          ...issue,
          message: explainIssue(issue, locale),
        })),
      }
    : {}),
})

export const answerTo = (carried: Carried<C, E, R>, locale: Locale, zone: string) => {
  const [own, ...others] = carried as [Carried<C, E, R>[number], ...Carried<C, E, R>]
  const { verdict } = own
  if (isRejected(verdict)) {
    const rejection = verdict.left as Refusal
    return { status: statusOf(rejection), body: refusal(rejection, locale, zone) }
  }
  return {
    status: 200 as const,
    body: {
      accepted: true as const,
      commandId: own.command.metadata.commandId,
      events: verdict.resent ? (verdict.earlier ?? []) : verdict.right,
      ...(verdict.resent ? { resent: true } : {}),
      ...(verdict.advisories === undefined
        ? {}
        : {
            advisories: verdict.advisories.map((advisory) => ({
              ...advisory,
              message: explainAdvisory(advisory, locale, zone),
            })),
          }),
      followed: others.map((one) => followed(one as Outcome<C, E, R>, locale, zone)),
    },
  }
}

export const invalid = (rejection: Refusal, locale: Locale, zone: string) => refusal(rejection, locale, zone)

const followed = ({ command, verdict }: Outcome<C, E, R>, locale: Locale, zone: string) => ({
  command: { type: command.type, commandId: command.metadata.commandId },
  ...(isRejected(verdict)
    ? refusal(verdict.left as Refusal, locale, zone)
    : { accepted: true as const, events: verdict.resent ? (verdict.earlier ?? []) : verdict.right }),
})
