/** The faces that a drawn picture is set in, as @font-face rules that carry them, so that a file can be sent alone. */
export async function fontRules(svg: SVGSVGElement): Promise<string> {
  const used = new Set([...svg.querySelectorAll('text, tspan')].map((text) => faceOf(getComputedStyle(text))));
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules].map((rule) => ({ rule, base: sheet.href ?? document.baseURI })))
    .flatMap(({ rule, base }) =>
      rule instanceof CSSFontFaceRule && used.has(faceOf(rule.style)) ? { rule, base } : [],
    );
  return (await Promise.all(rules.map(({ rule, base }) => carry(rule.style, base)))).join('');
}

/** The first family of a list, and whether it slants. */
function faceOf(style: CSSStyleDeclaration): string {
  const [family = ''] = style.getPropertyValue('font-family').split(',');
  return `${family.replaceAll(/["']/g, '').trim()} ${style.getPropertyValue('font-style') || 'normal'}`;
}

async function carry(style: CSSStyleDeclaration, base: string): Promise<string> {
  const address = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1];
  if (address === undefined) return '';
  const answer = await fetch(new URL(address, base));
  if (!answer.ok) throw new Error(`a font was answered by ${answer.status}`);
  const kept = ['font-family', 'font-style', 'font-weight', 'unicode-range'].flatMap((name) => {
    const value = style.getPropertyValue(name);
    return value === '' ? [] : [`${name}:${value}`];
  });
  return `@font-face{${kept.join(';')};src:url(${await dataUrl(await answer.blob())}) format("woff2")}`;
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
