import { listOf, needsAt, needsText } from '../guard.ts'

/** The options one person chose, in their order; `null` where the question was left out. None chosen is an answer too. @public */
export type Chosen = readonly string[] | null

export const needsOptions = (calculator: string, options: readonly string[]): void => {
  const all = listOf(calculator, 'options', options)
  all.forEach((option, index) => {
    needsText(calculator, 'options', option, index)
    needsAt(all.indexOf(option) === index, calculator, 'each option once', 'options', option, index)
  })
}

/** Looked at where they stand: options of the question, each once. */
export const needsChosen = (
  calculator: string,
  argument: string,
  chosen: Chosen,
  options: readonly string[],
): void => {
  if (chosen === null) return
  listOf(calculator, argument, chosen).forEach((option, index, all) => {
    const isKnown = options.includes(option) && all.indexOf(option) === index
    needsAt(isKnown, calculator, 'an option of the question, each once', argument, option, index)
  })
}
