import type { Progress } from '@/model/attempt';
import type { OutboxItem } from './outbox';

type ChapterProgress = Progress['chapters'][number];

/** One thing that a learner has done, and where. `at` is an ISO time. */
export type Done =
  | { readonly kind: 'section'; readonly chapter: string; readonly section: string; readonly at: string }
  | { readonly kind: 'simulator'; readonly chapter: string; readonly scenario: string; readonly at: string }
  | {
      readonly kind: 'question';
      readonly chapter: string;
      readonly id: ChapterProgress['questions'][number]['id'];
      readonly right: boolean;
      readonly at: string;
    };

export const NO_PROGRESS: Progress = { chapters: [], last: null };

/** The progress with one more thing done. A section read or a simulator tried twice counts once. */
export function withDone(before: Progress, done: Done): Progress {
  const { chapter, at } = done;
  const old = before.chapters.find((other) => other.chapter === chapter);
  const changed = withinChapter(old ?? { chapter, sections: [], simulators: [], questions: [] }, done);
  const chapters = old
    ? before.chapters.map((other) => (other === old ? changed : other))
    : [...before.chapters, changed];
  if (before.last && Date.parse(before.last.at) > Date.parse(at)) return { ...before, chapters };
  return { ...before, chapters, last: { chapter, section: done.kind === 'section' ? done.section : null, at } };
}

function withinChapter(old: ChapterProgress, done: Done): ChapterProgress {
  switch (done.kind) {
    case 'section':
      return { ...old, sections: [...new Set([...old.sections, done.section])] };
    case 'simulator':
      return { ...old, simulators: [...new Set([...old.simulators, done.scenario])] };
    case 'question': {
      const known = old.questions.find(({ id }) => id === done.id);
      const answered = {
        id: done.id,
        last: done.right,
        first: known?.first ?? done.right,
        attempts: (known?.attempts ?? 0) + 1,
      };
      return { ...old, questions: [...old.questions.filter((other) => other !== known), answered] };
    }
  }
}

/** What an outbox item says was done; null for an answer, which is nothing done until it is graded or judged. */
export function doneBy(item: OutboxItem): Done | null {
  switch (item.kind) {
    case 'reading':
      return { kind: 'section', chapter: item.body.chapter, section: item.body.section, at: item.body.readAt };
    case 'simulation': {
      const { chapter, scenario, triedAt } = item.body;
      return chapter === null ? null : { kind: 'simulator', chapter, scenario, at: triedAt };
    }
    case 'attempt':
    case 'open-answer':
    case 'review-plan':
    case 'open-assessment':
      return null;
  }
}

/** What the server knows, and what still waits here. */
export function withWaiting(known: Progress, items: readonly OutboxItem[]): Progress {
  return items.reduce((sum, item) => {
    const done = doneBy(item);
    return done ? withDone(sum, done) : sum;
  }, known);
}
