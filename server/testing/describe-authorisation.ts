import 'server-only';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS } from '@/server/http/operations';
import { ROLES, type Role, type Row, TABLE } from './authorisation-table';
import { type LearnerClient, newAccount } from './learner-client';
import { METHODS, type Method, ROUTES, routeFiles } from './routes';
import { answer, exportOf, newAddress } from './samples';

const ROLE_NAMES = Object.keys(ROLES) as Role[];

/** Files that answer outside /api: the same for everybody, and read only. */
const PUBLIC = [
  'robots.txt',
  'sitemap.xml',
  'preview.png',
  'questions.json',
  'tools/examples',
  'samples/[...name]',
  '[scenario]/at',
];

/** Who may do what: every method of every address that the tree holds, for every role. */
export function describeAuthorisation(): void {
  it('has a row for every operation, and the tree an operation for every row', () => {
    expect(withoutRow(operationsOf(ROUTES.keys()), TABLE)).toEqual([]);
    const answered = new Set(operationsOf(ROUTES.keys()));
    expect(Object.keys(TABLE).filter((row) => !answered.has(row))).toEqual([]);
  });

  it('misses a row that is not there, and a file that nobody has described', () => {
    const { 'POST /api/account/delete': _, ...table } = TABLE;
    expect(withoutRow(operationsOf(ROUTES.keys()), table)).toEqual(['POST /api/account/delete']);
    expect(operationsOf([...ROUTES.keys(), '/api/planted'])).toContain('? /api/planted');
  });

  it('leaves nothing beside it: no server action, no other file that answers, no page that knows who reads', () => {
    const others = routeFiles('app').filter((file) => !file.startsWith('app/api/'));
    expect(others.filter((file) => !PUBLIC.some((known) => file.includes(`/${known}/`)))).toEqual([]);
    expect(others.filter((file) => /export (async function|const) (POST|PUT|PATCH|DELETE)/.test(read(file)))).toEqual(
      [],
    );
    const sources = ['app', 'components', 'server'].flatMap(sourceFiles);
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.filter((file) => /^\s*(['"])use server\1/m.test(read(file)))).toEqual([]);
    const pages = sources.filter((file) => file.startsWith('app/') && !file.startsWith('app/api/'));
    // Which kinds of questions can be drawn is the same for everybody.
    const personal = /@\/server\/(auth|db|learning\/(?!list-kinds'))|next\/headers/;
    expect(pages.filter((file) => personal.test(read(file)))).toEqual([]);
  });

  it('refuses every method that is not in it', async () => {
    const client = await ROLES.nobody();
    for (const address of ROUTES.keys()) {
      const catchAll = address.includes('[...');
      for (const method of METHODS.filter((each) => !TABLE[`${each} ${address}`])) {
        const { status } = await client.send(method, address, method === 'GET' ? undefined : {});
        expect([method, address, status]).toEqual([method, address, catchAll ? 404 : 405]);
      }
    }
  });

  it('refuses every write from another site and under a strange name, whoever is signed in', async () => {
    const client = await ROLES.learner();
    for (const row of Object.keys(TABLE)) {
      const [method = '', address = ''] = row.split(' ');
      const send = (headers: Record<string, string>) =>
        client.send(method as Method, address, method === 'GET' ? undefined : {}, { headers });
      const strange = await send({ host: 'evil.example', origin: 'http://evil.example' });
      expect([row, strange.status]).toEqual([row, 421]);
      if (method === 'GET') continue;
      const foreign: readonly Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { 'sec-fetch-site': 'cross-site' },
        { origin: 'null' },
      ];
      for (const headers of foreign) expect([row, (await send(headers)).status]).toEqual([row, 403]);
    }
    expect((await client.send('GET', '/api/session')).body).toMatchObject({ learner: 'signed-in' });
  });

  describe.each(ROLE_NAMES)('%s', (role) => {
    let client: LearnerClient;
    let marks: readonly string[];
    beforeAll(async () => {
      client = await ROLES[role]();
      marks = await marksOfAnOwner();
    });

    it.each(Object.entries(TABLE))('%s', async (name, row) => {
      // Nobody becomes somebody by the first cookie.
      const visitor = row.ends || role === 'nobody' ? await ROLES[role]() : client;
      const { status, body } = await visit(visitor, name, row);
      expect(status).toBe(row.cells[role]);
      const said = JSON.stringify(body);
      for (const mark of marks) expect(said).not.toContain(mark);
    });
  });
}

async function visit(client: LearnerClient, name: string, { body, address }: Row) {
  const [method = '', own = ''] = name.split(' ');
  return client.send(method as Method, address ?? own, await body?.());
}

/** Somebody with an account and an answer, and what would give them away in an answer to anybody else. */
async function marksOfAnOwner(): Promise<readonly string[]> {
  const email = newAddress();
  const owner = await newAccount(email);
  const { id } = answer();
  await owner.send('POST', '/api/attempts', answer({ id }));
  expect((await exportOf(owner)).attempts).toHaveLength(1);
  return [email, id];
}

/** Every method that an address answers, as `GET /api/me`; `?` where no operation describes the address. */
function operationsOf(addresses: Iterable<string>): string[] {
  return [...addresses]
    .filter((address) => !address.includes('[...'))
    .flatMap((address) => {
      const own = OPERATIONS.filter(({ path: described }) => described === address);
      return own.length === 0 ? [`? ${address}`] : own.map(({ method }) => `${method} ${address}`);
    });
}

function withoutRow(operations: readonly string[], table: Readonly<Record<string, Row>>): string[] {
  return operations.filter((each) => table[each] === undefined);
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|(^|\/)testing\//.test(file))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')));
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
