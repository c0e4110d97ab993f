import type { MetricResult } from '../metrics/index.ts'
import { type Datum, say } from './document.ts'
import { word } from './spell.ts'
import { isWordKey, type WordKey } from './words/index.ts'

/** The named options a figure was computed under. */
export const definition = (result: MetricResult): Datum =>
  result.status !== 'ok'
    ? { phrase: say('value.none') }
    : {
        list: Object.entries(result.variant ?? {}).map(([option, value]): Datum => {
          const key = `variant.${option}`
          return {
            phrase: say('evaluation.option', {
              option: isWordKey(key) ? { phrase: say(key as WordKey) } : option,
              value:
                typeof value === 'number'
                  ? { decimal: value, digits: Number.isInteger(value) ? 0 : 2 }
                  : word(`variantValue.${option}`, String(value)),
            }),
          }
        }),
      }
