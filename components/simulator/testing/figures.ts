import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@/engine/simulation/settings';
import type { Locale } from '@/model/attempt';
import { type Figure, figure as figureSchema, type Knob } from '@/model/figure';
import { createSpeech, type SimulatorWords } from '../words/speech';

const content = join(import.meta.dirname, '../../../content');

function json(path: string): unknown {
  return JSON.parse(readFileSync(join(content, path), 'utf8'));
}

/** Every figure of the book, by name. */
export const FIGURES: ReadonlyMap<string, Figure> = new Map(
  readdirSync(join(content, 'scenarios'))
    .sort()
    .map((file) => [file.replace('.json', ''), figureSchema.parse(json(`scenarios/${file}`))]),
);

export const LOCALES: readonly Locale[] = ['en', 'zh'];

export function wordsOf(locale: Locale): SimulatorWords {
  const read = (name: string) => json(`${locale}/words/${name}.json`);
  return { simulator: read('simulator'), figures: read('figures'), rules: read('rules') } as SimulatorWords;
}

export function speechOf(locale: Locale, name: string) {
  return createSpeech(locale, wordsOf(locale), name);
}

/** The figure as it opens, and with each of its knobs at both ends, in the middle, and at each choice. */
export function settingsOf(figure: Figure): readonly Settings[] {
  const single = figure.knobs.flatMap((knob) => settingsOfKnob(knob, figure));
  return [{}, ...single, ...crossed(single)];
}

/** Neighbours in the list combined, so that knobs are also turned together. */
function crossed(single: readonly Settings[]): readonly Settings[] {
  return single.flatMap((settings, index) => {
    const other = single[(index * 7 + 3) % single.length];
    return other && other !== settings ? [{ ...settings, ...other }] : [];
  });
}

function settingsOfKnob(knob: Knob, figure: Figure): readonly Settings[] {
  switch (knob.knob) {
    case 'roundTrip':
      return range(knob).map((roundTripMs) => ({ roundTripMs }));
    case 'msl':
      return range(knob).map((mslMs) => ({ mslMs }));
    case 'timeWait':
      return range(knob).map((timeWaitMs) => ({ timeWaitMs }));
    case 'start':
      return range(knob).map((ms) => ({ startMs: { [knob.socket]: ms } }));
    case 'profile':
      return knob.choices.map((profile) => ({ profile }));
    case 'timestamps':
      return [{ timestamps: true }, { timestamps: false }];
    case 'sysctl':
      return knob.choices.map((choice) => ({ sysctls: { [knob.host]: { [knob.name]: choice } } }));
    case 'faults':
      return [
        { faults: [] },
        ...figure.scenario.faults.map((fault) => ({ faults: [fault] })),
        { faults: knob.choices.map((choice) => choice.fault) },
      ];
  }
}

function range({ minMs, maxMs, stepMs }: { readonly minMs: number; readonly maxMs: number; readonly stepMs: number }) {
  const stepped = (part: number) => minMs + Math.round(((maxMs - minMs) * part) / stepMs) * stepMs;
  return [minMs, ...[0.07, 0.2, 0.35, 0.5, 0.75].map(stepped), maxMs];
}
