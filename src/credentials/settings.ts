/** The settings of credentials. */
export const credentialSettings = {
  /** Where months are counted and days begin. */
  zone: 'UTC' as string,
  /** How many days before its end a certificate may be renewed. */
  renewalWindowDays: 90 as number,
}
