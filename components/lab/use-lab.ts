'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { LabProblem } from '@/engine/formats/lab/lab-problem';
import type { Scenario } from '@/engine/simulation/scenario';
import type { Locale } from '@/model/attempt';
import { putAside, readBefore, readDraft, writeDraft } from './draft';
import type { Start } from './gallery';
import type { Shown } from './lab-run';

const run = () => import('./lab-run');

/** What has to be said of how the script came here. */
export type Notice = 'broken' | 'newer' | 'unknown' | 'draft' | null;

interface State {
  readonly text: string;
  /** The scenario of the gallery that the script is, as long as nobody has changed it. */
  readonly start: string | null;
  readonly problems: readonly LabProblem[];
  /** The last run of a script that could be read; null: the one that came with the page. */
  readonly shown: Shown | null;
  readonly notice: Notice;
  readonly before: string | null;
}

/** Long enough that a word can be typed, short enough to be at once. */
const PAUSE_MS = 250;

/** The script that is being written, and the last run that came of it. */
export function useLab(starts: readonly Start[], first: Start, locale: Locale) {
  const [state, setState] = useState<State>({
    ...{ text: first.script, start: first.name, problems: [], shown: null, notice: null, before: null },
  });
  const newest = useRef(0);

  /** Reads the script; what comes of an older one meanwhile is forgotten. */
  const read = useCallback(
    async (text: string, link: string | null = null) => {
      newest.current += 1;
      const turn = newest.current;
      const { readScript, shownOf } = await run();
      const script = readScript(text);
      const start = starts.find((each) => each.script === text)?.name;
      const source = start === undefined ? { script: text } : { from: start };
      const shown = script.ok ? await shownOf(script.figure, script.title, { source, run: link, locale }) : null;
      if (turn !== newest.current) return;
      setState((now) => ({
        ...now,
        ...(shown ? { shown, problems: [] } : { problems: script.ok ? [] : script.problems }),
      }));
    },
    [starts, locale],
  );

  const open = useCallback(
    (text: string, notice: Notice = null, link: string | null = null) => {
      const start = starts.find((each) => each.script === text)?.name ?? null;
      setState((now) => ({ ...now, text, start, problems: [], notice, before: readBefore() }));
      return read(text, link);
    },
    [starts, read],
  );

  const openFragment = useCallback(
    async (fragment: string) => {
      const { openLabLink } = await run();
      const link = await openLabLink(fragment);
      putAside();
      if (!link.ok) return open(first.script, link.problem);
      const { source } = link;
      const script = 'script' in source ? source.script : starts.find(({ name }) => name === source.from)?.script;
      return script === undefined ? open(first.script, 'unknown') : open(script, null, link.run);
    },
    [open, first, starts],
  );

  useEffect(() => {
    const fragment = fragmentOfLab();
    const draft = readDraft();
    if (fragment !== null) void openFragment(fragment);
    else if (draft !== null) void open(draft, 'draft');
  }, [open, openFragment]);

  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const type = (text: string) => {
    clearTimeout(typing.current);
    typing.current = setTimeout(() => void read(text), PAUSE_MS);
    setState((now) => ({ ...now, text, start: null, notice: null }));
    writeDraft(text);
    // The address was that of another script.
    if (fragmentOfLab() !== null) history.replaceState(null, '', location.pathname);
  };

  return {
    ...state,
    type,
    openFragment,
    /** Opens a script that was written before; the present one is put aside in its place. */
    bringBack: () => {
      const { before } = state;
      if (before === null) return;
      writeDraft(state.text);
      putAside();
      writeDraft(before);
      void open(before);
    },
    /** Opens any scenario as a script of its own. */
    openScenario: async (scenario: Scenario, title: string | null = null) => {
      const { printLabScript } = await run();
      const text = printLabScript(scenario, title);
      putAside();
      writeDraft(text);
      return open(text);
    },
  };
}

/** What the address says of the lab; null where it leads to a place of the page, or says nothing. */
export function fragmentOfLab(): string | null {
  const fragment = location.hash.slice(1);
  return fragment === '' || document.getElementById(fragment) !== null ? null : fragment;
}
