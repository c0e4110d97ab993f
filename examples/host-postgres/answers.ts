/** What came of a command, as data and in words, with the status that says the same to machines. */
import { isRejected, type Outcome } from 'training-ops'
import type { Carried } from 'training-ops/host'
import { explainAdvisory, explainIssue, explainRejection, type Language } from 'training-ops/reports'
import type { C, E, R } from './service.ts'

type Rejection = { readonly code: string; readonly [datum: string]: unknown }
export type Status = 200 | 400 | 403 | 409

/** Refused by a rule: 409, for it may be accepted once things stand otherwise. */
const statusOf = ({ code }: Rejection): Status =>
  code === 'InvalidCommand' ? 400 : code === 'NotAuthorized' ? 403 : 409

const rejectionInWords = (rejection: Rejection, language: Language, zone: string) => ({
  accepted: false as const,
  rejection,
  message: explainRejection(rejection, language, zone),
  ...(rejection.code === 'InvalidCommand'
    ? {
        issues: (rejection.issues as readonly Parameters<typeof explainIssue>[0][]).map((issue) => ({
          ...issue,
          message: explainIssue(issue, language),
        })),
      }
    : {}),
})

export const answerTo = (carried: Carried<C, E, R>, language: Language, zone: string) => {
  const [own, ...others] = carried as unknown as [Carried<C, E, R>[number], ...Carried<C, E, R>]
  const { verdict } = own
  if (isRejected(verdict)) {
    const rejection = verdict.left as Rejection
    return { status: statusOf(rejection), body: rejectionInWords(rejection, language, zone) }
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
              message: explainAdvisory(advisory, language, zone),
            })),
          }),
      // Something that follows failed just now: it is carried out behind the log.
      ...(carried.isUnfinished ? { followsLater: true } : {}),
      followed: others.map((one) => followed(one as Outcome<C, E, R>, language, zone)),
    },
  }
}

export const invalid = (rejection: Rejection, language: Language, zone: string) =>
  rejectionInWords(rejection, language, zone)

const followed = ({ command, verdict }: Outcome<C, E, R>, language: Language, zone: string) => ({
  command: { type: command.type, commandId: command.metadata.commandId },
  ...(isRejected(verdict)
    ? rejectionInWords(verdict.left as Rejection, language, zone)
    : { accepted: true as const, events: verdict.resent ? (verdict.earlier ?? []) : verdict.right }),
})
