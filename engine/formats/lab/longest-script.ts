/** Characters of a script: more than any that a person writes, and few enough for an address. */
export const LONGEST_SCRIPT = 16_000;
