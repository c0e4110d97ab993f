import { analysis } from './analysis.ts'
import { annualPlan } from './annual-plan.ts'
import { annualStatistics } from './annual-statistics.ts'
import { catalog } from './catalog.ts'
import { credentials } from './credentials.ts'
import { culture } from './culture.ts'
import { delivery } from './delivery.ts'
import { document } from './document.ts'
import { evaluation } from './evaluation.ts'
import { evaluationReport } from './evaluation-report.ts'
import { executiveSummary } from './executive-summary.ts'
import { kernel } from './kernel.ts'
import { metrics } from './metrics.ts'
import { needs } from './needs.ts'
import { needsReport } from './needs-report.ts'
import { operationsBoard } from './operations-board.ts'
import { people } from './people.ts'
import { planning } from './planning.ts'
import { programStatus } from './program-status.ts'
import { providerScorecard } from './provider-scorecard.ts'
import { resources } from './resources.ts'
import { satisfaction } from './satisfaction.ts'
import { tables } from './tables.ts'
import { trainerScorecard } from './trainer-scorecard.ts'
import { transcript } from './transcript.ts'
import { vocabulary } from './vocabulary.ts'
import { whoIsCurrent } from './who-is-current.ts'

/** The words by their keys. The type holds the keys and not every word. */
const byKey = <Key extends string>(all: () => Record<Key, string>): Readonly<Record<Key, string>> => all()

/** Every word in English, by room. A call that a bundler may leave out, unlike a spread. */
export const words = /* @__PURE__ */ byKey(() => ({
  ...analysis,
  ...annualStatistics,
  ...catalog,
  ...credentials,
  ...culture,
  ...people,
  ...delivery,
  ...document,
  ...evaluation,
  ...evaluationReport,
  ...executiveSummary,
  ...kernel,
  ...metrics,
  ...needs,
  ...needsReport,
  ...planning,
  ...programStatus,
  ...providerScorecard,
  ...resources,
  ...trainerScorecard,
  ...transcript,
  ...whoIsCurrent,
  ...operationsBoard,
  ...satisfaction,
  ...annualPlan,
  ...tables,
  ...vocabulary,
}))
