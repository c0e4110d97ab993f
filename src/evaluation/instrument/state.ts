import { projections } from '../../kernel/index.ts'
import type { EvaluationEvent } from '../events.ts'
import type { InstrumentItem } from '../shapes.ts'

const projection = projections<EvaluationEvent>()

export type InstrumentState = { latest: number; itemsOf: Record<number, readonly InstrumentItem[]> }

/** The versions of an instrument, each as it was asked. */
export const instrument = projection({
  name: 'instrument',
  by: ['instrumentId'],
  initial: (): InstrumentState => ({ latest: 0, itemsOf: {} }),
  on: {
    InstrumentVersionPublished: (instrument, { version, items }) => {
      instrument.latest = version
      instrument.itemsOf[version] = items
    },
  },
})
