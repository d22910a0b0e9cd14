import { LOCALES } from '@/i18n/locale';
import { previewImage } from '../../preview/preview-image';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return LOCALES.map((locale) => ({ locale }));
}

/** The preview of every page that has none of its own. Drawn when the book is built. */
export function GET() {
  return previewImage({ line: null, title: null });
}
