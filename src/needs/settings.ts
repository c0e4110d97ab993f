/** The settings of needs. */
export const needsSettings = {
  /** Whole months between talks with a business unit, where the talk does not say: a quarter. */
  liaisonEveryMonths: 3 as number,
  /** Days after its due date until a talk that nobody held counts as missed. */
  liaisonGraceDays: 14 as number,
}
