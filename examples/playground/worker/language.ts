/** The library's words, in both languages. */
import { en, explainRejection, wordsFor, zhCN } from 'training-ops/reports'
import { zone } from './frame.ts'
import type { Refusal, Words } from './protocol.ts'

export const inWords = (key: string): Words => [wordsFor(en, key), wordsFor(zhCN, key)]

export const refusalOf = (rejection: {
  readonly code: string
  readonly [datum: string]: unknown
}): Refusal => {
  const { code, ...data } = rejection
  return {
    code,
    words: [explainRejection(rejection, en, zone), explainRejection(rejection, zhCN, zone)],
    data: JSON.parse(JSON.stringify(data)) as Refusal['data'],
  }
}
