import 'server-only';
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { learnerExport } from '@/model/attempt';
import { PROBLEMS, type ProblemSlug } from '@/model/problem';
import { loadPlaces } from '@/server/content/places';
import { getDb } from '@/server/db/client';
import type { Answer, LearnerClient } from './learner-client';

/** Attempts, readings and tries that are all right, with a new id each. */
export function answer(change: object = {}) {
  return {
    id: randomUUID(),
    questionId: 'fixture-one',
    revision: 2,
    response: { kind: 'one', option: 'b' },
    locale: 'en',
    answeredAt: new Date(Date.now() - 1000).toISOString(),
    ...change,
  };
}

export function reading(place: { chapter: string; section: string }) {
  return { id: randomUUID(), ...place, locale: 'en', readAt: new Date().toISOString() };
}

export async function simulation() {
  const { chapter, scenarios } = await someChapter();
  return { id: randomUUID(), scenario: scenarios[0], chapter, locale: 'en', triedAt: new Date().toISOString() };
}

/** The chapter in which the fixtures stand. */
export async function someChapter() {
  const { chapters } = await loadPlaces();
  const found = chapters.find(({ chapter }) => chapter === 'reason-two');
  if (!found) throw new Error('the book has no chapter reason-two');
  return found;
}

export async function exportOf(client: LearnerClient) {
  return learnerExport.parse((await client.send('GET', '/api/me/export')).body);
}

let mailboxes = 0;

/** An address that no other test has. */
export function newAddress(): string {
  mailboxes += 1;
  return `learner-${mailboxes}-${randomUUID().slice(0, 8)}@school.example`;
}

/** All that is stored: what refuses must leave it as it was. */
export async function countRows() {
  const db = await getDb();
  return {
    users: await db.user.count(),
    sessions: await db.session.count(),
    attempts: await db.attempt.count(),
    openAnswers: await db.openAnswer.count(),
    readings: await db.sectionRead.count(),
    simulations: await db.simulatorTry.count(),
  };
}

export function expectProblem({ status, body }: Answer, slug: ProblemSlug): void {
  expect(body).toMatchObject({ type: `/problems/${slug}`, status: PROBLEMS[slug] });
  expect(status).toBe(PROBLEMS[slug]);
}
