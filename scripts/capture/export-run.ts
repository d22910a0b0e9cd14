import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { toPcapng } from '@/engine/formats/capture/write/to-pcapng';
import { run } from '@/engine/simulation/run';
import type { Scenario } from '@/engine/simulation/scenario';
import { withSettings } from '@/engine/simulation/settings';
import { figure, settings as settingsSchema } from '@/model/figure';

const FOLDER = 'content/scenarios';

interface ExportOptions {
  readonly host: string | undefined;
  /** As JSON. */
  readonly settings: string | undefined;
}

/** Plays a scenario and gives the capture of it. @throws Error whose message says what is wrong with the scenario, its settings or the host. */
export function exportRun(
  name: string,
  { host, settings }: ExportOptions,
): { readonly file: Uint8Array; readonly interfaces: number } {
  const scenario = withSettings(readScenario(name), settings === undefined ? {} : parseSettings(settings));
  const timeline = run(scenario);
  return { file: toPcapng(timeline, { host }), interfaces: host === undefined ? scenario.hosts.length : 1 };
}

/** A name of the book, or a file. */
function readScenario(name: string): Scenario {
  const inBook = path.join(FOLDER, `${name}.json`);
  const file = existsSync(inBook) ? inBook : name;
  if (!existsSync(file)) {
    const known = readdirSync(FOLDER).map((one) => one.replace('.json', ''));
    throw new Error(`no scenario '${name}'; the book has ${known.join(', ')}`);
  }
  const content = parseJson(readFileSync(file, 'utf8'), file);
  const isFigure = typeof content === 'object' && content !== null && 'scenario' in content;
  const parsed = figure.shape.scenario.safeParse(isFigure ? content.scenario : content);
  if (!parsed.success) throw new Error(`${file}: ${firstIssue(parsed.error)}`);
  return parsed.data;
}

function parseSettings(json: string) {
  const parsed = settingsSchema.safeParse(parseJson(json, '--settings'));
  if (!parsed.success) throw new Error(`--settings: ${firstIssue(parsed.error)}`);
  return parsed.data;
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${what}: no JSON`);
  }
}

function firstIssue({
  issues,
}: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): string {
  const [issue] = issues;
  return issue === undefined
    ? 'not as it should be'
    : `${issue.path.map(String).join('.') || 'the whole'}: ${issue.message}`;
}
