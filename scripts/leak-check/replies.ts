import type { QuestionFile } from '@/server/grading/question-file';
import { hash } from './what-is-sent';

/** Name → hash of everything that a server says to somebody who has answered nothing; its own address and the time do not count. */
export async function repliesBeforeAnswer(
  url: string,
  pages: readonly string[],
  questions: readonly QuestionFile[],
): Promise<Map<string, string>> {
  const replies = new Map<string, string>();
  const ask = async (name: string, path: string, init: RequestInit = {}) => {
    const response = await fetch(url + path, { ...init, redirect: 'manual' });
    const said = (await response.text()).replaceAll(url, 'http://book').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'now');
    replies.set(name, `${response.status} ${hash(said)}`);
    return response;
  };
  for (const page of pages) {
    await ask(`GET ${page}`, page);
    await ask(`GET ${page} (payload)`, page, { headers: { RSC: '1' } });
  }
  for (const path of ['/api/progress', '/api/openapi.json', '/api/me/history', '/api/me/export', '/sitemap.xml']) {
    await ask(`GET ${path}`, path);
  }
  const session = await ask('POST /api/session', '/api/session', { method: 'POST', headers: { origin: url } });
  const headers = {
    origin: url,
    'content-type': 'application/json',
    cookie: session.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
  };
  for (const path of ['/api/progress', '/api/me/history']) await ask(`GET ${path} (known)`, path, { headers });
  for (const question of questions) {
    await ask(`POST /api/attempts (${question.id}, no answer)`, '/api/attempts', {
      method: 'POST',
      headers,
      body: JSON.stringify(badAttempt(question)),
    });
  }
  return replies;
}

/** An answer that cannot be one to this question: it names an option that the question does not have. */
function badAttempt({ id, revision, kind }: QuestionFile) {
  const response = kind === 'one' ? { kind: 'number', value: 1 } : { kind: 'one', option: 'no-such-option' };
  return {
    id: '00000000-0000-4000-8000-000000000000',
    questionId: id,
    revision,
    response,
    locale: 'en',
    answeredAt: '2020-01-01T00:00:00Z',
  };
}
