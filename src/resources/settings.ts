/** The settings of resources. */
export const resourceSettings = {
  /** Whether a trainer of its own has to be nominated before being qualified, or whoever asks is told that nobody did. */
  nomination: 'advised' as 'required' | 'advised',
  /** The share of the scale, in basis points, from which a provider is recommended. */
  screeningThreshold: 6000 as number,
}
