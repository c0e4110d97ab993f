import { planningRejections } from '../rejections.ts'
import type { SpentOn } from '../shapes.ts'

const subjects = ['programId', 'offeringId', 'resourceId'] as const

/** The purpose of money, without other fields. */
export const spentOnOf = (named: SpentOn): SpentOn =>
  Object.fromEntries(subjects.flatMap((one) => (named[one] === undefined ? [] : [[one, named[one]]])))

/** A cost makes good a promise for the same program, offering and resource, or says nothing of them. */
export const isPromisedFor = (promised: SpentOn, commitmentId: string, asked: SpentOn) => {
  const other = subjects.find(
    (one) => asked[one] !== undefined && promised[one] !== undefined && asked[one] !== promised[one],
  )
  return (
    other !== undefined &&
    planningRejections.CommitmentForAnother({ commitmentId, promisedFor: promised[other] as string })
  )
}
