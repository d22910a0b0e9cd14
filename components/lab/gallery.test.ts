import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseLabScript } from '@/engine/formats/lab/parse-lab-script';
import { run } from '@/engine/simulation/run';
import { withSettings } from '@/engine/simulation/settings';
import { takeMeasure } from '@/engine/simulation/take-measure';
import { type GalleryFile, galleryFile } from '@/model/gallery';
import { PHONE_WIDTH } from '../simulator/scene/dimensions';
import { layOut } from '../simulator/scene/lay-out';
import { LOCALES, wordsOf } from '../simulator/testing/figures';
import { labelFaults } from '../simulator/testing/label-faults';
import { sceneWords } from '../simulator/words/scene-words';
import { createSpeech } from '../simulator/words/speech';
import { readScript } from './read-script';

const FOLDER = new URL('../../content/gallery/', import.meta.url);
const ALL: readonly (readonly [string, GalleryFile])[] = readdirSync(FOLDER)
  .sort()
  .map((name) => [
    name.replace('.json', ''),
    galleryFile.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))),
  ]);
const OWN = ALL.flatMap(([name, file]) => ('script' in file ? [[name, file] as const] : []));

function scenarioOf(script: readonly string[]) {
  const parsed = parseLabScript(script.join('\n'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

it('has thirty scenarios, twenty of which are its own', () => {
  expect(ALL.length).toBeGreaterThanOrEqual(30);
  expect(OWN.length).toBeGreaterThanOrEqual(20);
});

describe.each(OWN)('%s', (_, { script, expects }) => {
  const scenario = scenarioOf(script);

  it('strikes with every fault, and can be shown in the lab', () => {
    expect(run(scenario).unmatchedFaults).toEqual([]);
    expect(readScript(script.join('\n'))).toMatchObject({ ok: true });
  });

  it.each(expects.map((claim) => [claim.says, claim] as const))(
    'holds: %s',
    (_says, { settings = {}, measure, equals }) => {
      expect(takeMeasure(run(withSettings(scenario, settings)), measure)).toBe(equals);
    },
  );

  it('is drawn without a label on another', () => {
    const timeline = run(scenario);
    for (const locale of LOCALES) {
      const words = sceneWords(timeline, createSpeech(locale, wordsOf(locale), 'lab'));
      for (const [size, width] of [
        ['wide', 692],
        ['phone', PHONE_WIDTH],
        ['phone', 374],
      ] as const) {
        const all = labelFaults(layOut(timeline, size, width, words), words.lost);
        // Between four lifelines on a phone there is no room for every name; the inspector and the table have them.
        const faults = scenario.hosts.length < 4 ? all : all.filter((fault) => !fault.endsWith('has no label'));
        expect([locale, size, width, faults]).toEqual([locale, size, width, []]);
      }
    }
  });
});
