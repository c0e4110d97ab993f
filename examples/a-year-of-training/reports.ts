/** Folds the log into views and writes them down as reports. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { evaluationRecord, kirkpatrick, kirkpatrickFigures, needsReport, program } from 'training-ops'
import { annualNeedsReport, type Document, evaluationReport, toMarkdown } from 'training-ops/reports'
import type { Options } from './options.ts'
import type { YearLedger } from './run.ts'

const zone = 'Asia/Shanghai'

/** Every report the log has something for, by the name of its file. */
const documents = (ledger: YearLedger): readonly (readonly [string, Document])[] => {
  const evaluated = ledger.project(kirkpatrick)
  const programs = ledger.project(program)
  return [
    ...Object.entries(ledger.project(needsReport)).map(
      ([assessmentId, report]) => [`needs-report-${assessmentId}`, annualNeedsReport(report)] as const,
    ),
    ...Object.entries(ledger.project(evaluationRecord)).flatMap(([evaluationId, record]) => {
      const state = evaluated[record.programId]
      if (state === undefined) return []
      const title = programs[record.programId]?.title ?? record.programId
      const report = evaluationReport({
        program: { programId: record.programId, title },
        record,
        figures: kirkpatrickFigures(state),
      })
      return [[`evaluation-report-${evaluationId}`, report] as const]
    }),
  ]
}

export const writeReports = async (
  ledger: YearLedger,
  { out, locales }: Options,
): Promise<readonly string[]> => {
  const written: string[] = []
  for (const [name, document] of documents(ledger))
    for (const locale of locales) {
      const file = `${name}.${locale}.md`
      await writeFile(join(out, file), toMarkdown(document, { locale, zone }))
      written.push(file)
    }
  return written
}
