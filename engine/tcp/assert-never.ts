/** Ends a switch that names every variant: the compiler refuses a call that could be reached. */
export function assertNever(value: never): never {
  throw new Error(`unreachable variant: ${JSON.stringify(value)}`);
}
