/** One thing wrong with the content, and where. */
export interface Problem {
  /** Short name of the rule, the same in the report and in the tests. */
  readonly rule: string;
  readonly severity: 'error';
  /** Path from the root of the book. */
  readonly file: string;
  /** Counted from 1; null where the whole file is meant. */
  readonly line: number | null;
  readonly message: string;
}

export function error(rule: string, file: string, line: number | null, message: string): Problem {
  return { rule, severity: 'error', file, line, message };
}

/** As editors and terminals make a link of it: `file:line: severity [rule] message`. */
export function formatProblem({ rule, severity, file, line, message }: Problem): string {
  return `${file}${line === null ? '' : `:${line}`}: ${severity} [${rule}] ${message}`;
}
