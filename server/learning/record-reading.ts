import 'server-only';
import type { ReadingRequest } from '@/model/attempt';
import { Refusal } from '@/model/problem';
import type { Learner } from '@/server/auth/learner';
import { loadPlaces } from '@/server/content/places';
import { addReading } from '@/server/db/readings';
import { clientTime } from './client-time';

/** Remembers that a section was read; the first time counts. Refusals: 'unknown-section', 'id-taken'. */
export async function recordReading(learner: Learner, request: ReadingRequest, receivedAt: Date): Promise<void> {
  const { id, chapter, section, locale } = request;
  const { chapters } = await loadPlaces();
  if (!chapters.find((each) => each.chapter === chapter)?.sections.includes(section)) {
    throw new Refusal('unknown-section', { values: { chapter, section } });
  }
  const readAt = clientTime(request.readAt, receivedAt);
  await addReading({ id, userId: learner.id, chapter, section, locale, readAt, receivedAt });
}
