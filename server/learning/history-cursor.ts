import 'server-only';
import { z } from 'zod';
import { Refusal } from '@/model/problem';
import type { HistoryCursor } from '@/server/db/history-page';

/** The last moment that every database can write down. */
const LATEST = Date.UTC(9999, 0, 1);
const cursor = z.tuple([z.coerce.number().int().min(0).max(LATEST), z.uuid()]);

/** The place after an attempt. Opaque to the client; it holds nothing secret. */
export function formatCursor({ answeredAt, id }: HistoryCursor): string {
  return Buffer.from(`${answeredAt.getTime()}/${id}`).toString('base64url');
}

/** Throws Refusal 'invalid-query' when the text is none of ours. */
export function parseCursor(text: string): HistoryCursor {
  const parsed = cursor.safeParse(Buffer.from(text, 'base64url').toString('utf8').split('/'));
  if (parsed.success) return { answeredAt: new Date(parsed.data[0]), id: parsed.data[1] };
  throw new Refusal('invalid-query', { errors: [{ path: 'before', message: '`next` of a page of this history' }] });
}
