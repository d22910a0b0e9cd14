import 'server-only';
import { drawnItem, drawRequest, playedItem, playQuery } from '@/model/generated';
import { ANY, BODY, type Operation, operation } from './operation';

export const drawItem = operation({
  id: 'drawItem',
  method: 'POST',
  path: '/api/drills',
  summary: 'Draw a question with fresh numbers',
  description:
    'Makes a question that this learner has never been given, of a kind, topic and depth if one is wished for. It is answered by POST /api/attempts under its id, and only by the learner for whom it was drawn.',
  body: drawRequest,
  learner: 'must',
  limit: 'write',
  replies: { 201: { says: 'The question.', schema: drawnItem } },
  problems: [...BODY, 'no-session', 'unknown-kind', 'items-used-up'],
});

export const playItem = operation({
  id: 'playItem',
  method: 'GET',
  path: '/api/drills/run',
  summary: 'Play what a drawn question was about',
  description: 'The run behind a drawn question, as a figure of the simulator, once it has been answered.',
  query: playQuery,
  learner: 'must',
  replies: { 200: { says: 'The figure.', schema: playedItem } },
  problems: [...ANY, 'invalid-query', 'no-session', 'unknown-question', 'not-answered'],
});

export const GENERATED_OPERATIONS: readonly Operation[] = [drawItem, playItem];
