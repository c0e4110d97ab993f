import { xapiIssues } from '../../src/interop/xapi/statement.ts'
import { readText } from './read.ts'
import { type Row, rounded } from './row.ts'

type Case = { readonly expect: readonly number[]; readonly statement: unknown }

/** What ADL's conformance suite answers to each statement: 200 is taken, 400 is not. */
export const xapi = (folder: string): readonly Row[] => {
  const cases = readText(folder, 'xapi-1.0.3/xapi_1_0_3.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Case)
  const judged = cases.map(({ expect, statement }) => ({
    isTaken: xapiIssues(statement).length === 0,
    suiteTakes: expect.includes(200),
  }))
  const count = (holds: (one: (typeof judged)[number]) => boolean) => judged.filter(holds).length
  return [
    rounded(
      'xapi-1.0.3',
      'statements accepted',
      '343',
      count(({ isTaken }) => isTaken),
    ),
    rounded(
      'xapi-1.0.3',
      'statements rejected',
      '607',
      count(({ isTaken }) => !isTaken),
    ),
    rounded(
      'xapi-1.0.3',
      "verdicts that are the suite's",
      '950',
      count(({ isTaken, suiteTakes }) => isTaken === suiteTakes),
    ),
  ]
}
