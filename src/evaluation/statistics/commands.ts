import { defineCommands } from '../../kernel/index.ts'
import { reason } from '../../vocabulary/index.ts'
import { flag, ofPeriod, ofStatistics, published } from './events.ts'

/** The commands about published figures of a period. */
export const statisticsCommands = defineCommands({
  /** The figures of a period are out: they stand as they are, and are flagged when a fact of that period is put right. */
  PublishStatistics: { ...ofStatistics, ...ofPeriod, ...published },
  /** Takes the flag off. It changes nothing where they are the same figures and not flagged. */
  RestateStatistics: { ...ofStatistics, ...published, reason },
  /** By policy, when a fact that they rest on was put right. Flagged once, until they are restated. */
  FlagStatistics: { ...ofStatistics, ...flag },
})
