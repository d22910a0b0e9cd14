import { fileURLToPath } from 'node:url';

/** The folder of the book, with a slash at its end; whatever folder a command is started from. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
