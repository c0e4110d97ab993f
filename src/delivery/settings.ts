/** What an organisation may set about delivery. */
export const deliverySettings = {
  /** Days between the end of the last class and the closing of every attempt: time to record results. */
  closingGraceDays: 7 as number,
}
