/** What operations does in December: takes the figures from the log, publishes them, and closes what is done. */
import {
  asPublished,
  digestOf,
  evaluationInputs,
  evaluationRecord,
  kirkpatrick,
  kirkpatrickFigures,
} from 'training-ops'
import type { YearLedger } from './run.ts'
import { type Line, lines, shanghai } from './script/line.ts'

const calculatorVersion = 'training-ops@0.1.0'

/** The commands that publish every study that is not published yet; a host composes them, since figures are taken when read. */
export const publishing = (ledger: YearLedger): readonly Line[] => {
  const programs = ledger.project(kirkpatrick)
  return Object.entries(ledger.project(evaluationRecord)).flatMap(([evaluationId, { programId, report }]) => {
    const state = programs[programId]
    if (state === undefined) return []
    const write = lines(`${evaluationId}-publishing`, programId)
    const [improved, published, closed] = [
      write('CompleteImprovement', {
        at: shanghai('2025-12-15', '10:00'),
        evaluationId,
        improvementId: 'imp-value',
      }),
      write('PublishEvaluationReport', {
        at: shanghai('2025-12-18', '10:00'),
        evaluationId,
        figures: asPublished(kirkpatrickFigures(state)),
        calculatorVersion,
        inputsDigest: digestOf(evaluationInputs(state)),
      }),
      write('CloseEvaluation', { at: shanghai('2025-12-19', '10:00'), evaluationId }),
    ] as const
    return report === undefined ? [improved, published, closed] : [improved, closed]
  })
}
