import type { ReactNode } from 'react';
import { createTranslator } from 'use-intl/core';
import type { RuleId } from '@/engine/tcp/rules';
import type { Locale } from '@/model/attempt';

/** Messages of one language, as content/<locale>/words/*.json has them. */
export interface SimulatorWords {
  readonly simulator: Messages;
  /** By scenario. */
  readonly figures: Readonly<Record<string, FigureWords>>;
  readonly rules: Readonly<Record<string, string>>;
}

export type Messages = Readonly<Record<string, unknown>>;

/** What figures.json says of one figure. ICU messages; ids are those of content/scenarios/<name>.json. */
export interface FigureWords {
  readonly title: string;
  /** Absent in a figure that asks what comes next. */
  readonly description?: string;
  /** By kind of knob (`start-<socket>` for a start), where the general word does not do. */
  readonly knobs?: Readonly<Record<string, string>>;
  readonly faults?: Readonly<Record<string, string>>;
  readonly verdicts?: Readonly<Record<string, { readonly says: string; readonly otherwise?: string }>>;
}

type Values = Readonly<Record<string, string | number>>;

/**
 * Says messages either as plain text (for assistive technology and widths) or as rich text with its tags drawn:
 * `<c>` code, `<s>` a segment, `<b>` a number that matters, `<x>` a loss.
 */
export interface Speech {
  readonly locale: Locale;
  plain(key: string, values?: Values): string;
  rich(key: string, values?: Values): ReactNode;
  has(key: string): boolean;
  rule(id: RuleId): string;
}

const PLAIN_TAGS = { c: asIs, s: asIs, b: asIs, x: asIs };

const RICH_TAGS = {
  c: (chunks: ReactNode) => (
    <code lang="en" translate="no">
      {chunks}
    </code>
  ),
  s: (chunks: ReactNode) => (
    <span className="mono" lang="en" translate="no">
      {chunks}
    </span>
  ),
  b: (chunks: ReactNode) => <b>{chunks}</b>,
  x: (chunks: ReactNode) => <span className="lostw">{chunks}</span>,
};

function asIs(chunks: string): string {
  return chunks;
}

/** `figure` is the name of the scenario whose words are under `figure.…`. */
export function createSpeech(locale: Locale, words: SimulatorWords, figure: string): Speech {
  const messages = { ...words.simulator, figure: words.figures[figure] ?? {} };
  const t = createTranslator({
    locale,
    messages: messages as Messages as Record<string, string>,
    onError: (error) => {
      throw error;
    },
  });
  return {
    locale,
    plain: (key, values) => t.markup(key, { ...values, ...PLAIN_TAGS }),
    rich: (key, values) => t.rich(key, { ...values, ...RICH_TAGS }),
    has: (key) => t.has(key),
    rule: (id) => words.rules[id] ?? '',
  };
}
