import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Evidence, evidence } from '@/model/evidence';

/** What the checks said when they were last run; `npm run evidence` writes it. */
export async function loadEvidence(): Promise<Evidence> {
  const source = await readFile(path.join(process.cwd(), 'content', 'evidence.json'), 'utf8');
  const parsed = evidence.safeParse(JSON.parse(source));
  if (!parsed.success) throw new Error(`content/evidence.json: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
