import 'server-only';
import type { SimulationRequest } from '@/model/attempt';
import { Refusal } from '@/model/problem';
import type { Learner } from '@/server/auth/learner';
import { loadPlaces } from '@/server/content/places';
import { addSimulation } from '@/server/db/simulations';
import { clientTime } from './client-time';

/** Remembers that a simulator was tried; the first time counts. Refusals: 'unknown-scenario', 'id-taken'. */
export async function recordSimulation(learner: Learner, request: SimulationRequest, receivedAt: Date): Promise<void> {
  const { id, scenario, chapter, locale } = request;
  const { chapters, scenarios } = await loadPlaces();
  const isThere =
    chapter === null
      ? scenarios.has(scenario)
      : chapters.find((each) => each.chapter === chapter)?.scenarios.includes(scenario);
  if (!isThere) throw new Refusal('unknown-scenario', { values: { scenario } });
  const triedAt = clientTime(request.triedAt, receivedAt);
  await addSimulation({ id, userId: learner.id, scenario, chapter, locale, triedAt, receivedAt });
}
