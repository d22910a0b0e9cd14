import { expect, it } from 'vitest';
import { TOPICS } from '@/model/question';
import { openBank } from './open-questions';
import { interviewQuestions } from './questions';
import { loadTopics } from './topics';

it('topics have names in both languages, and every question a skill of its topic', async () => {
  for (const locale of ['en', 'zh'] as const) {
    const topics = await loadTopics(locale);
    expect(topics.map(({ id }) => id)).toEqual(TOPICS);
    const skills = topics.flatMap((topic) => topic.skills.map(({ id }) => [id, topic.id] as const));
    const topicOf = new Map(skills);
    expect(topicOf.size).toBe(skills.length);
    for (const { id, topic, skill } of await interviewQuestions(locale)) {
      expect([id, topicOf.get(skill)]).toEqual([id, topic]);
    }
  }
});

it('the bank is said whole, in the same order in both languages, and nothing of an open answer with it', async () => {
  const [english, chinese] = [await interviewQuestions('en'), await interviewQuestions('zh')];
  expect(chinese.map(({ id }) => id)).toEqual(english.map(({ id }) => id));
  expect(new Set(english.map(({ id }) => id)).size).toBe(english.length);
  const open = [...(await openBank()).values()];
  expect(english.filter(({ kind }) => kind === 'open')).toHaveLength(open.length);
  const sent = JSON.stringify(english);
  expect(sent).not.toMatch(/"(modelAnswer|points|followUps|deeper|simulator|sources)":/);
  for (const { modelAnswer, points } of open) {
    expect(sent).not.toContain(JSON.stringify(modelAnswer.en));
    for (const { text } of points) expect(sent).not.toContain(JSON.stringify(text.en));
  }
});
