import { useEffect, useState } from 'react';
import { call } from '@/components/client/call';
import { fill } from '@/components/client/fill';
import { outbox } from '@/components/client/outbox';
import type { Locale } from '@/model/attempt';
import type { ReviewLog } from '@/model/review';
import { dueCards } from '@/review/daily-list';
import { dayAround, eventsOf, latestPlan, planOf } from '@/review/from-log';
import { type Mastery, masteryOf } from '@/review/mastery';
import { replay } from '@/review/replay';
import { MasteryBars } from './mastery-bars';
import type { OwnSkill } from './own-skill';
import { whatNext } from './what-next';
import type { MeWords } from './words';

export interface MasteryProps {
  locale: Locale;
  skills: readonly OwnSkill[];
  words: MeWords['mastery'];
  /** Changes when an answer has reached the server: all is then worked out anew. */
  edition: number;
  /** It has the height that it will have, or will have none. */
  onReady: () => void;
}

/** How well each skill is held now, what is due, and the one thing to do next. Says nothing while the server does not. */
export function MasteryPart({ locale, skills, words, edition, onReady }: MasteryProps) {
  const [log, setLog] = useState<ReviewLog | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new edition is the reason to read again
  useEffect(() => {
    let gone = false;
    void call('GET', '/api/me/review').then((reply) => {
      if (gone) return;
      if (reply.ok && isLog(reply.body)) setLog(reply.body);
      onReady();
    });
    return () => {
      gone = true;
    };
  }, [edition, onReady]);
  if (log === null) return null;

  const now = Date.now();
  const masteries = masteryOf(
    skills.map(({ id, questions }) => ({ skill: id, questions: questions.map((question) => question.id) })),
    eventsOf(log),
    now,
  );
  return (
    <section className="own-part" aria-labelledby="mastery">
      <h2 id="mastery">{words.title}</h2>
      <p className="sub">{words.text}</p>
      <WhatNext {...{ locale, skills, words, log, masteries, now }} />
      <MasteryBars {...{ skills, masteries, words }} />
    </section>
  );
}

interface NextProps extends Pick<MasteryProps, 'locale' | 'skills' | 'words'> {
  log: ReviewLog;
  masteries: readonly Mastery[];
  now: number;
}

/** One line, leading to the right place. */
function WhatNext({ locale, skills, words, log, masteries, now }: NextProps) {
  const next = whatNext(countDue(log, skills, now), masteries);
  const review = `/${locale}/interview/review`;
  switch (next.kind) {
    case 'due':
      return (
        <p className="what-next" data-next="due">
          <a href={review}>{fill(words.nextDue, { count: next.count })}</a>
        </p>
      );
    case 'skill': {
      const skill = skills.find(({ id }) => id === next.skill);
      const answered = new Set<string>(log.answers.map(({ questionId }) => questionId));
      const place = skill?.questions.find(({ id }) => !answered.has(id)) ?? skill?.questions[0];
      return (
        <p className="what-next" data-next="skill">
          <a href={place?.href}>{fill(words.nextSkill, { skill: skill?.name ?? next.skill })}</a>
          <a className="none-due" href={review}>
            {words.noneDue}
          </a>
        </p>
      );
    }
    case 'held':
      return (
        <p className="what-next" data-next="held">
          <a href={review}>{words.nextHeld}</a>
        </p>
      );
  }
}

function countDue(log: ReviewLog, skills: readonly OwnSkill[], now: number): number {
  const known = new Set(skills.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const cards = [...replay(eventsOf(log)).values()].filter(({ questionId }) => known.has(questionId));
  const waiting = outbox.get().flatMap((item) => (item.kind === 'review-plan' ? [item.body] : []));
  const [, endMs] = dayAround(now);
  return dueCards(cards, planOf(latestPlan(log.plan, waiting)), endMs).length;
}

function isLog(body: unknown): body is ReviewLog {
  return typeof body === 'object' && body !== null && 'plan' in body && 'answers' in body;
}
