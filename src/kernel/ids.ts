/** The longest id that a host may give: of a command, of a course of things, of an actor. */
export const longestId = 500

/** The longest id of an event: its command's, with a place behind it. */
export const longestEventId = 520

/** Ids that begin so belong to commands of policies. A client's command that bears one is refused. */
const ofPolicies = 'policy:'

/** Whether an id is one of a command that followed by policy. */
export const isPolicyCommandId = (id: unknown): boolean => typeof id === 'string' && id.startsWith(ofPolicies)

/** The id of a command that follows by policy, of its digest: always 39 characters. */
export const policyCommandId = (digest: string): string => `${ofPolicies}${digest.slice(0, 32)}`
