/** What operations does in December: takes the figures from the log, publishes them, and closes what is done. */
import {
  asPublished,
  contribution,
  digestOf,
  evaluationInputs,
  type KirkpatrickState,
  kirkpatrick,
  kirkpatrickFigures,
  studyRecord,
} from 'training-ops'
import type { YearLedger } from './run.ts'
import { type Line, lines, shanghai } from './script/line.ts'

const calculatorVersion = 'training-ops@0.1.0'

/** What the figures of the year are computed under: 4 of 5 is doing it, and follow-ups are looked at in December. */
export const figureRule = { adoptedFrom: 750, asOf: '2025-12-18' }

/** What training contributed to each measure, beside a control group, with its intervals and both standard errors. */
const contributions = (evaluationId: string, programId: string, state: KirkpatrickState): readonly Line[] => {
  const write = lines(`${evaluationId}-contribution`, programId)
  const people = new Set(Object.values(state.responses).flatMap(({ learnerId }) => learnerId ?? [])).size
  const measures = [...new Set(Object.values(state.outcomes).map(({ measure }) => measure))].sort()
  return measures.map((measure) =>
    write('RecordFinding', {
      at: shanghai('2025-12-15', '09:00'),
      evaluationId,
      findingId: `f-contribution-${measure}`,
      level: 4,
      sources: ['performanceData', 'control'],
      people,
      statement: 'The trained teams moved further than the others. · 参训团队的提升明显高于对照组。',
      figures: contribution(state, measure),
    }),
  )
}

/** The commands that publish every study that is not published yet; a host composes them, since figures are taken when read. */
export const publishing = (ledger: YearLedger): readonly Line[] => {
  const programs = ledger.project(kirkpatrick)
  return Object.entries(ledger.project(studyRecord)).flatMap(([evaluationId, { programId, report }]) => {
    const state = programId === undefined ? undefined : programs[programId]
    if (programId === undefined || state === undefined) return []
    const write = lines(`${evaluationId}-publishing`, programId)
    const found = report === undefined ? contributions(evaluationId, programId, state) : []
    const [improved, published, closed] = [
      write('CompleteImprovement', {
        at: shanghai('2025-12-15', '10:00'),
        evaluationId,
        improvementId: 'imp-value',
      }),
      write('PublishEvaluationReport', {
        at: shanghai('2025-12-18', '10:00'),
        evaluationId,
        figures: asPublished(kirkpatrickFigures(state, figureRule)),
        calculatorVersion,
        inputsDigest: digestOf(evaluationInputs(state)),
      }),
      write('CloseEvaluation', { at: shanghai('2025-12-19', '10:00'), evaluationId }),
    ] as const
    return report === undefined ? [...found, improved, published, closed] : [improved, closed]
  })
}
