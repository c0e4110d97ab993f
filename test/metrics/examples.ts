import { transformSync } from 'esbuild'
import * as metrics from 'training-ops/metrics'
import { docstrings } from '../../scripts/metric-cards.ts'

export type Arguments = readonly unknown[]
export type Calculator = (...given: Arguments) => unknown

export const exported = metrics as unknown as Readonly<Record<string, Calculator>>
const documented = docstrings()

/** What the example of a docstring calls its calculator with. */
export const callsIn = (name: string): readonly Arguments[] => {
  const calls: Arguments[] = []
  const spied = {
    ...exported,
    [name]: (...given: Arguments) => {
      calls.push(given)
      return exported[name]?.(...given)
    },
  }
  const example = documented.get(name)?.doc.example.replace(/```(ts)?/g, '') ?? ''
  const { code } = transformSync(example.replace(/import (\{.*\}) from .*/g, 'const $1 = metrics'), {
    loader: 'ts',
  })
  new Function('metrics', code)(spied)
  return calls
}
