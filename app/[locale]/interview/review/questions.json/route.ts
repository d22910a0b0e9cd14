import { LOCALES } from '@/i18n/locale';
import { interviewQuestions } from '@/server/content/questions';
import { type LocaleParams, localeOf } from '../../../locale-params';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return LOCALES.map((locale) => ({ locale }));
}

/** Every question of the book as it may be known before it is answered; made once, when the book is built. */
export async function GET(_: Request, { params }: LocaleParams): Promise<Response> {
  return Response.json({ questions: await interviewQuestions(await localeOf(params)) });
}
