import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { error, type Problem } from './problem';

export type JsonPath = readonly (string | number)[];

/** A JSON file that still knows on which line each of its values stands. */
export interface JsonFile {
  readonly file: string;
  readonly value: unknown;
  /** The line of the value at a path, or of its nearest ancestor that exists. */
  lineOf(at: JsonPath): number;
}

/** Reads `file` below `root`; what cannot be parsed is one problem with its place. */
export function readJson(root: string, file: string): JsonFile | Problem {
  const source = readFileSync(path.join(root, file), 'utf8');
  // Every JSON text is a YAML text, and this parser keeps places; JSON.parse stays the judge of what is JSON.
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  try {
    const value: unknown = JSON.parse(source);
    const repeated = document.errors.find((each) => each.code === 'DUPLICATE_KEY');
    if (repeated) return error('json', file, lines.linePos(repeated.pos[0]).line, 'a key stands twice in one object');
    return { file, value, lineOf: (at) => nearestLine(document, lines, at) };
  } catch (cause) {
    const place = document.errors[0]?.pos[0];
    return error('json', file, place === undefined ? null : lines.linePos(place).line, (cause as Error).message);
  }
}

export function isProblem(value: JsonFile | Problem): value is Problem {
  return 'severity' in value;
}

function nearestLine(document: ReturnType<typeof parseDocument>, lines: LineCounter, at: JsonPath): number {
  for (let length = at.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(at.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
