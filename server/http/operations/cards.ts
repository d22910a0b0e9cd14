import 'server-only';
import { z } from 'zod';
import { locale } from '@/model/attempt';
import { ANY, operation } from './operation';

export const takeCards = operation({
  id: 'takeCards',
  method: 'GET',
  path: '/api/cards',
  summary: 'Take the questions along as cards',
  description:
    'A text file that Anki imports: every open question with a model answer, and the closed ones that this learner has answered.',
  query: z.strictObject({ locale: locale.default('en').describe('Language of the cards') }),
  learner: 'may',
  replies: { 200: { says: 'The file.', schema: z.string(), type: 'text/plain' } },
  problems: [...ANY, 'invalid-query'],
});

export const CARD_OPERATIONS = [takeCards];
