import { Mismatch, Unsupported } from './problem';

/** `%{ assert tcpi_state == TCPI_ESTABLISHED, tcpi_state }%`: comparisons of what TCP_INFO says. */
export function runCode(text: string, line: number, infoOf: (name: string) => string | number | null): void {
  const statements = text
    .replaceAll(/\\\n/g, ' ')
    .split(/\n|;/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '' && !statement.startsWith('#'));
  for (const statement of statements) {
    const parts = /^assert\s+\(?\s*(\w+)\s*(==|!=|<=|>=|<|>)\s*(\w+)\s*\)?\s*(?:,.*)?$/.exec(statement);
    if (parts === null) throw new Unsupported(line, `the code \`${statement}\``);
    const [, name = '', operator = '', other = ''] = parts;
    const actual = infoOf(name);
    if (actual === null) throw new Unsupported(line, `TCP_INFO's ${name}`);
    const expected = /^\d+$/.test(other) ? Number(other) : other;
    if (!holds(actual, operator, expected))
      throw new Mismatch(line, `${name} is ${actual}, expected ${operator} ${other}`);
  }
}

function holds(actual: string | number, operator: string, expected: string | number): boolean {
  switch (operator) {
    case '==':
      return actual === expected;
    case '!=':
      return actual !== expected;
    case '<=':
      return actual <= expected;
    case '>=':
      return actual >= expected;
    case '<':
      return actual < expected;
    default:
      return actual > expected;
  }
}
