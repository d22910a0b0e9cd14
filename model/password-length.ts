/** How long a password may be, in UTF-16 code units. It stands alone so that a form needs no schemas to say it. */
export const PASSWORD_LENGTH = { least: 8, most: 128 } as const;
