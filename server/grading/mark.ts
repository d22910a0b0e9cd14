import 'server-only';
import type { AttemptResult } from '@/model/attempt';
import { Refusal } from '@/model/problem';

/** How right a response was, and what is said of its parts. */
export interface Mark {
  readonly correct: boolean;
  /** Share of the question that was right, 0 … 1. */
  readonly score: number;
  readonly feedback: AttemptResult['feedback'];
  /** Numbers of the misconceptions that it stands for. */
  readonly misconceptions: readonly number[];
}

/** Every id must be one that the question offers, and none may be there twice. */
export function refuseUnknownIds(ids: readonly string[], offered: readonly { id: string }[], path: string): void {
  const known = new Set(offered.map(({ id }) => id));
  const errors = ids.flatMap((id, index) => {
    if (!known.has(id)) return [{ path: `${path}.${index}`, message: `"${id}" is not offered` }];
    return ids.indexOf(id) === index ? [] : [{ path: `${path}.${index}`, message: `"${id}" is there twice` }];
  });
  if (errors.length > 0) throw new Refusal('response-does-not-fit', { errors });
}
