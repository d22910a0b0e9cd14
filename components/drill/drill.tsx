'use client';

import { type ComponentType, useEffect, useRef, useState } from 'react';
import { call, type Fault } from '@/components/client/call';
import { fill } from '@/components/client/fill';
import { openSession } from '@/components/client/session';
import type { QuizWords } from '@/components/quiz/words';
import type { SimulatorWords } from '@/components/simulator/words/speech';
import type { Locale } from '@/model/attempt';
import type { DrawnItem } from '@/model/generated';
import type { Topic } from '@/model/question';
import { ANYTHING, DrillChoice, type ListedKind, type Wish } from './drill-choice';
import type { DrillItemProps } from './drill-item';
import type { DrillWords } from './words';

interface Props {
  readonly kinds: readonly ListedKind[];
  readonly topics: readonly { readonly id: Topic; readonly name: string }[];
  readonly locale: Locale;
  readonly words: DrillWords;
  readonly quizWords: QuizWords;
  readonly simulatorWords: SimulatorWords;
}

type Stage =
  | { readonly at: 'choice' | 'drawing' }
  | { readonly at: 'item'; readonly item: DrawnItem; readonly Item: ComponentType<DrillItemProps> }
  | { readonly at: 'fault'; readonly says: string };

/** Questions with fresh numbers, one after the other. What answers them comes with the first. */
export function Drill({ kinds, topics, locale, words, quizWords, simulatorWords }: Props) {
  const [wish, setWish] = useState<Wish>(ANYTHING);
  const [stage, setStage] = useState<Stage>({ at: 'choice' });
  const [tally, setTally] = useState({ answered: 0, right: 0 });
  const busy = useRef(false);
  const fault = useRef<HTMLParagraphElement>(null);

  async function draw(): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setStage({ at: 'drawing' });
    setStage(await nextStage(wish, locale, words));
    busy.current = false;
  }

  useEffect(() => {
    if (stage.at === 'fault') fault.current?.focus();
  }, [stage]);

  return (
    <div className="drill" data-stage={stage.at}>
      <DrillChoice
        {...{ kinds, topics, wish, words }}
        onWish={setWish}
        onStart={() => void draw()}
        isBusy={stage.at === 'drawing'}
      />
      <p className="drill-tally" role="status">
        {stage.at === 'drawing' ? words.drawing : tally.answered > 0 ? fill(words.tally, tally) : words.noTally}
      </p>
      {stage.at === 'fault' ? (
        <p className="trouble refused" ref={fault} tabIndex={-1}>
          {stage.says}
        </p>
      ) : null}
      {stage.at === 'item' ? (
        <stage.Item
          key={stage.item.question.id}
          item={stage.item}
          title={kinds.find(({ id }) => id === stage.item.kind)?.title ?? ''}
          onGraded={(isRight) =>
            setTally(({ answered, right }) => ({ answered: answered + 1, right: right + (isRight ? 1 : 0) }))
          }
          onNext={() => void draw()}
          {...{ locale, words, quizWords, simulatorWords }}
        />
      ) : null}
    </div>
  );
}

async function nextStage({ kind, topic, depth }: Wish, locale: Locale, words: DrillWords): Promise<Stage> {
  const wished = kind !== '' ? { kind } : { ...(topic !== '' && { topic }), ...(depth !== '' && { depth }) };
  try {
    const [{ DrillItem }, session] = await Promise.all([import('./drill-item'), openSession()]);
    const reply = session.ok ? await call('POST', '/api/drills', { ...wished, locale }) : session;
    if (!reply.ok) return { at: 'fault', says: faultWords(reply.fault, words) };
    // Our own server has parsed what it sends.
    return { at: 'item', item: reply.body as DrawnItem, Item: DrillItem };
  } catch {
    return { at: 'fault', says: words.fault.unreachable };
  }
}

function faultWords(fault: Fault, words: DrillWords): string {
  if (fault.kind === 'unreachable') return words.fault.unreachable;
  return fault.problem.type.endsWith('/items-used-up') ? words.fault['items-used-up'] : words.fault.other;
}
