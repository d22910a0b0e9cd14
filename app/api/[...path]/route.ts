import { Refusal } from '@/model/problem';
import { problemResponse } from '@/server/http/problem-document';
import { localeOf } from '@/server/http/reader-locale';

/** Whatever else is asked below /api: a program that asks for it should not have to read a page. */
async function refuse(request: Request): Promise<Response> {
  return problemResponse(new Refusal('not-found'), localeOf(request));
}

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
