import { hexColour } from './hex-colour';

/** What can be taken hold of, and what marks it as picked: nothing of the picture itself. */
const FOR_HANDS = '.seg-hit, .seg-halo, .seg-grip, .handle, .tip';

/** Attributes that say where something is. How it looks is asked of the browser. */
const GEOMETRY = ['x', 'y', 'dx', 'width', 'height', 'rx', 'cx', 'cy', 'r', 'd', 'transform', 'text-anchor'];
const PATTERN = ['id', 'width', 'height', 'patternUnits', 'patternTransform'];

/** Properties in the order in which they are printed, with what holds where nothing is said. */
const PAINT: Looks = { fill: '#000000', stroke: 'none', opacity: '1' };
const STROKE: Looks = {
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
};
const TEXT: Looks = { 'font-family': '', 'font-size': '', 'font-weight': '400', 'font-style': 'normal' };

type Looks = Readonly<Record<string, string>>;

/** Paper around the picture, in its own pixels. */
const MARGIN = 16;

/**
 * A drawn diagram as an SVG document that looks the same without this page: no class, no variable, no style sheet but
 * `fontRules`. One element a line, so that two pictures can be compared line by line.
 */
export function printPicture(svg: SVGSVGElement, fontRules: string): string {
  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const box = { x: -MARGIN, y: -MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  const paper = hexColour(getComputedStyle(svg).getPropertyValue('background-color'));
  const title = svg.getAttribute('aria-label') ?? svg.querySelector('title')?.textContent ?? '';
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.x} ${box.y} ${box.width} ${box.height}" width="${box.width}" height="${box.height}" lang="${document.documentElement.lang}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(svg.querySelector('desc')?.textContent ?? '')}</desc>`,
    `<style>text{font-feature-settings:"calt" 0}${fontRules}</style>`,
    `<rect${printed(box)} fill="${paper}"/>`,
    ...[...svg.children].flatMap(print),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

function print(element: Element): readonly string[] {
  const style = getComputedStyle(element);
  if (element.matches(`title, desc, ${FOR_HANDS}`) || style.display === 'none') return [];
  switch (element.tagName) {
    case 'defs':
      return ['<defs>', ...[...element.children].flatMap(print), '</defs>'];
    case 'pattern':
      return [`<pattern${attributes(element, PATTERN)}>`, ...[...element.children].flatMap(print), '</pattern>'];
    case 'g': {
      const kept = attributes(element, ['transform']) + printed(looksOf(style, { opacity: '1' }));
      const inside = [...element.children].flatMap(print);
      return kept === '' || inside.length === 0 ? inside : [`<g${kept}>`, ...inside, '</g>'];
    }
    case 'text':
      return [`<text${attributes(element, GEOMETRY)}${printed(looks(style, true))}>${printText(element)}</text>`];
    default:
      return [`<${element.tagName}${attributes(element, GEOMETRY)}${printed(looks(style, false))}/>`];
  }
}

/** The words of a text; a part of it says only in what it differs from the whole. */
function printText(text: Element): string {
  const whole = looks(getComputedStyle(text), true);
  return [...text.childNodes]
    .map((node) => {
      if (!(node instanceof Element)) return escaped(node.textContent ?? '');
      const own = Object.entries(looks(getComputedStyle(node), true)).filter(([name, value]) => whole[name] !== value);
      return `<tspan${attributes(node, GEOMETRY)}${printed(Object.fromEntries(own))}>${escaped(node.textContent ?? '')}</tspan>`;
    })
    .join('');
}

function looks(style: CSSStyleDeclaration, isText: boolean): Looks {
  const paint = looksOf(style, PAINT);
  return { ...paint, ...('stroke' in paint ? looksOf(style, STROKE) : {}), ...(isText ? looksOf(style, TEXT) : {}) };
}

/** The computed values of these properties where they are not the ones that hold anyway. */
function looksOf(style: CSSStyleDeclaration, wanted: Looks): Looks {
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([name, usual]) => {
      const value = plain(name, style.getPropertyValue(name));
      return value === usual ? [] : [[name, value]];
    }),
  );
}

function plain(name: string, computed: string): string {
  if (name === 'fill' || name === 'stroke') return ownName(hexColour(computed));
  if (name === 'font-family') {
    // The face that is in the file, and the kind of face for a program that cannot read it.
    const families = computed.split(', ');
    return [families[0], families.at(-1)].join(', ').replaceAll('"', "'");
  }
  return computed.replaceAll('px', '').replaceAll(', ', ' ');
}

/** Ids are made for a page with many pictures; here the last part is enough: `hatch`. */
function ownName(value: string): string {
  return value.replace(/^url\("?#.*-(\w+)"?\)$/, 'url(#$1)');
}

function attributes(element: Element, names: readonly string[]): string {
  const given = names.flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null ? [] : [[name, name === 'id' ? value.replace(/^.*-/, '') : value]];
  });
  return printed(Object.fromEntries(given));
}

function printed(said: Readonly<Record<string, string | number>>): string {
  return Object.entries(said)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
