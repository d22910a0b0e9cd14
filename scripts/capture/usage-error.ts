/** The command was not asked as it can be. */
export class UsageError extends Error {}
