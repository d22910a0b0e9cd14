import { LOCALES } from '@/i18n/locale';
import { loadBook } from '@/server/content/book';
import { loadChapter } from '@/server/content/chapter';
import { previewImage } from '../../../../preview/preview-image';

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams() {
  const { chapters } = await loadBook();
  return LOCALES.flatMap((locale) => chapters.map((slug) => ({ locale, slug })));
}

/** A chapter's preview, drawn when the book is built. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string; slug: string }> }) {
  const { locale, slug } = await params;
  const { chapters } = await loadBook();
  const number = chapters.indexOf(slug) + 1;
  if (locale !== 'en') return previewImage({ line: `${number} / ${chapters.length}`, title: null });
  const { title } = await loadChapter(locale, slug);
  return previewImage({ line: `Chapter ${number} of ${chapters.length}`, title });
}
