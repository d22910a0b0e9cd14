import { pagePaths } from '../fixtures/book-content';
import { expect, test } from '../fixtures/book-test';

/** What a browser makes of a page as it is sent, without loading anything. */
function headOf(html: string) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const attribute = (selector: string, name: string) => page.querySelector(selector)?.getAttribute(name) ?? '';
  return {
    headings: page.querySelectorAll('h1').length,
    title: page.title,
    lang: page.documentElement.lang,
    description: attribute('meta[name="description"]', 'content'),
    picture: attribute('meta[property="og:image"]', 'content'),
    en: attribute('link[rel="alternate"][hreflang^="en"]', 'href'),
    zh: attribute('link[rel="alternate"][hreflang^="zh"]', 'href'),
  };
}

for (const locale of ['en', 'zh'] as const) {
  test(`every page in ${locale} has one heading of the first rank, a title, a description and a picture`, async ({
    request,
    page,
    book,
  }) => {
    for (const path of pagePaths()) {
      await test.step(path, async () => {
        const head = await page.evaluate(headOf, await (await request.get(`/${locale}${path}`)).text());
        expect(head).toMatchObject({ headings: 1, lang: locale === 'en' ? 'en' : 'zh-CN' });
        expect(head.title).toMatch(/2MSL/);
        expect(head.description).toMatch(/.{20,}/);
        for (const language of ['en', 'zh'] as const)
          expect(new URL(head[language], book.url).pathname).toBe(`/${language}${path}`);
        const picture = await request.get(new URL(head.picture, book.url).pathname);
        expect(picture.headers()['content-type']).toBe('image/png');
      });
    }
  });
}
