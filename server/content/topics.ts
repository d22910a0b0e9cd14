import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Locale } from '@/model/attempt';
import { localized, type Topic, topic } from '@/model/question';

/** content/topics.json: what questions are about, in reading order, with the skills that they test. */
const topicsFile = z.array(
  z.strictObject({
    id: topic,
    name: localized,
    skills: z.array(z.strictObject({ id: z.string(), name: localized })).min(1),
  }),
);

export interface NamedTopic {
  readonly id: Topic;
  readonly name: string;
  readonly skills: readonly { readonly id: string; readonly name: string }[];
}

/** The topics and their skills in one language. Each skill belongs to one topic. */
export async function loadTopics(locale: Locale): Promise<NamedTopic[]> {
  const source = await readFile(path.join(process.cwd(), 'content', 'topics.json'), 'utf8');
  return topicsFile.parse(JSON.parse(source)).map(({ id, name, skills }) => ({
    id,
    name: name[locale],
    skills: skills.map((skill) => ({ id: skill.id, name: skill.name[locale] })),
  }));
}
