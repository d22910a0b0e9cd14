/**
 * Puts values into a message's `{name}` places. Messages that reach the browser use no more of ICU than this, which
 * spares every page the 14 KB of a full formatter.
 */
export function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
