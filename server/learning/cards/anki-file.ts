import 'server-only';

/** A card of two sides, in HTML. */
export interface Card {
  /** The same in every file, so that a later import updates the card and keeps its schedule. */
  readonly guid: string;
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
}

/**
 * A text file that Anki imports (File › Import): headers, then a line a card, its fields parted by tabs, each in quotes
 * that are doubled inside. Source: docs.ankiweb.net/importing/text-files.html, "File Headers".
 */
export function ankiFile(deck: string, cards: readonly Card[]): string {
  const headers = [
    '#separator:Tab',
    '#html:true',
    '#notetype:Basic',
    `#deck:${oneLine(deck)}`,
    '#columns:guid\tfront\tback\ttags',
    '#guid column:1',
    '#tags column:4',
  ];
  const lines = cards.map(({ guid, front, back, tags }) =>
    [guid, front, back, tags.map((tag) => tag.replaceAll(/\s+/g, '_')).join(' ')].map(field).join('\t'),
  );
  return `${[...headers, ...lines].join('\n')}\n`;
}

/** Text as HTML: what would be markup is escaped, lines stay lines. */
export function asHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');
}

function field(html: string): string {
  return `"${oneLine(html).replaceAll('"', '""')}"`;
}

/** A tab or a line's end would begin another field or card, wherever a program is less careful than Anki. */
function oneLine(text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, ' ');
}
