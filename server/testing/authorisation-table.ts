import 'server-only';
import { randomUUID } from 'node:crypto';
import { LearnerClient, newAccount, newLearner, PASSWORD } from './learner-client';
import { answer, newAddress, reading, simulation, someChapter } from './samples';

/** Who may come. A class's roles (teacher, co-teacher, learner of another class) are further entries here. */
export const ROLES = {
  nobody: async () => new LearnerClient(),
  anonymous: () => newLearner(),
  learner: () => newAccount(newAddress()),
  'another learner': () => newAccount(newAddress()),
} as const satisfies Record<string, () => Promise<LearnerClient>>;
export type Role = keyof typeof ROLES;

/** What a role hears: a status. Where it may see something, it sees its own and nothing of the owner's. */
type Cells = Readonly<Record<Role, number>>;

export interface Row {
  readonly cells: Cells;
  /** What is sent, as it would be right for the role that may most; a new one for each cell. */
  readonly body?: () => Promise<object> | object;
  /** The query, or the path with its placeholders filled in; the row's own address where absent. */
  readonly address?: string;
  /** It ends a session or an account: each cell needs somebody of its own. */
  readonly ends?: true;
}

const everybody = (status: number): Cells => ({
  nobody: status,
  anonymous: status,
  learner: status,
  'another learner': status,
});
const known = (status: number): Cells => ({ ...everybody(status), nobody: 401 });
const signedIn = (status: number): Cells => ({ ...everybody(status), nobody: 401, anonymous: 401 });

const secret = () => ({ secret: randomUUID(), locale: 'en' });
const firstSection = async () => {
  const { chapter, sections } = await someChapter();
  return reading({ chapter, section: sections[0] ?? '' });
};

const openAnswer = () => ({
  id: randomUUID(),
  questionId: 'open-one',
  revision: 2,
  locale: 'en',
  how: 'typed',
  text: 'The FIN comes again.',
  answeredAt: new Date().toISOString(),
});

/** Every method of every address below /api. One without a row fails the tests. */
export const TABLE: Readonly<Record<string, Row>> = {
  'GET /api/session': { cells: everybody(200) },
  'POST /api/session': { cells: everybody(200) },
  'POST /api/attempts': { cells: known(201), body: () => answer() },
  'POST /api/reading': { cells: known(204), body: firstSection },
  'POST /api/simulations': { cells: known(204), body: simulation },
  'POST /api/drills': { cells: known(201), body: () => ({ kind: 'who-waits', locale: 'en' }) },
  'GET /api/drills/run': {
    cells: known(409),
    address: '/api/drills/run?question=generated-state-of-closer-1',
  },
  'POST /api/open-answers': { cells: known(201), body: openAnswer },
  'POST /api/open-assessments': {
    cells: known(404),
    body: () => ({ id: randomUUID(), met: [], assessedAt: new Date().toISOString() }),
  },
  'GET /api/open-keys': { cells: everybody(200), address: '/api/open-keys?ids=open-one' },
  'GET /api/me/open-answers': { cells: everybody(200) },
  'GET /api/progress': { cells: everybody(200) },
  'GET /api/me/history': { cells: everybody(200) },
  'GET /api/me/export': { cells: everybody(200) },
  'GET /api/me/review': { cells: everybody(200) },
  'POST /api/me/review-plan': {
    cells: known(204),
    body: () => ({ id: randomUUID(), interviewOn: null, dailyLength: 10, chosenAt: '2026-03-01T00:00:00.000Z' }),
  },
  'GET /api/me/graded-answers': { cells: everybody(200) },
  'DELETE /api/me': { cells: { ...everybody(403), nobody: 204, anonymous: 204 }, ends: true },
  'GET /api/cards': { cells: everybody(200) },
  'GET /api/openapi.json': { cells: everybody(200) },
  'POST /api/account/sign-up': {
    cells: everybody(201),
    body: () => ({ name: 'Ada', email: newAddress(), password: PASSWORD, locale: 'en' }),
    ends: true,
  },
  'POST /api/account/sign-in': {
    cells: everybody(401),
    body: () => ({ email: newAddress(), password: PASSWORD, locale: 'en' }),
  },
  'POST /api/account/sign-out': { cells: everybody(204), ends: true },
  'GET /api/account': { cells: signedIn(200) },
  'POST /api/account/name': { cells: signedIn(200), body: () => ({ name: 'Grace', locale: 'en' }) },
  'POST /api/account/password': {
    cells: signedIn(204),
    body: () => ({ current: PASSWORD, next: 'battery staple', locale: 'en' }),
    ends: true,
  },
  'POST /api/account/email': {
    cells: signedIn(200),
    body: () => ({ email: newAddress(), password: PASSWORD, locale: 'en' }),
    ends: true,
  },
  'POST /api/account/end-other-sessions': { cells: signedIn(204), ends: true },
  'POST /api/account/delete': { cells: signedIn(204), body: () => ({ password: PASSWORD, locale: 'en' }), ends: true },
  'GET /api/account/reset': { cells: everybody(200) },
  'POST /api/account/reset': { cells: everybody(202), body: () => ({ email: newAddress(), locale: 'en' }) },
  'POST /api/account/reset/finish': { cells: everybody(409), body: () => ({ ...secret(), password: PASSWORD }) },
  'POST /api/account/confirm-email': { cells: everybody(409), body: secret },
};
