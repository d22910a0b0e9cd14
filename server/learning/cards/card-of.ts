import 'server-only';
import type { OpenKey } from '@/model/open-question';
import { asHtml, type Card } from './anki-file';

export interface CardWords {
  readonly deck: string;
  readonly simulator: string;
  readonly read: string;
  readonly rubric: string;
  readonly right: string;
}

/** Where links of a card lead, in full: a card is read far from the book. */
export interface CardLinks {
  readonly read: string;
  /** Null where no simulator shows it. */
  readonly simulator: string | null;
}

interface Asked {
  readonly id: string;
  readonly kind: string;
  readonly topic: string;
  readonly depth: string;
  readonly prompt: string;
}

/** An open question, and behind it a model answer with its points. */
export function openCard(asked: Asked, key: OpenKey, links: CardLinks, words: CardWords): Card {
  const points = key.points.map(
    ({ text, essential }) => `<li>${essential ? `<b>${asHtml(text)}</b>` : asHtml(text)}</li>`,
  );
  const back = [
    ...key.modelAnswer.split('\n\n').map((paragraph) => `<p>${asHtml(paragraph)}</p>`),
    `<p>${asHtml(words.rubric)}</p><ul>${points.join('')}</ul>`,
    foot(key.sources, links, words),
  ];
  return { ...cardOf(asked, key.locale), front: `<p>${asHtml(asked.prompt)}</p>`, back: back.join('') };
}

interface Closed {
  readonly options: readonly string[];
  /** The right answer as a reader would say it. */
  readonly right: string;
  readonly explanation: string;
  readonly sources: readonly string[];
}

/** A closed question that its learner has answered, and behind it what was right and why. */
export function closedCard(
  asked: Asked,
  closed: Closed,
  locale: OpenKey['locale'],
  links: CardLinks,
  words: CardWords,
): Card {
  const options = closed.options.map((option) => `<li>${asHtml(option)}</li>`).join('');
  return {
    ...cardOf(asked, locale),
    front: `<p>${asHtml(asked.prompt)}</p>${options === '' ? '' : `<ul>${options}</ul>`}`,
    back: [
      `<p>${asHtml(words.right)} <b>${asHtml(closed.right)}</b></p>`,
      `<p>${asHtml(closed.explanation)}</p>`,
      foot(closed.sources, links, words),
    ].join(''),
  };
}

function cardOf({ id, kind, topic, depth }: Asked, locale: string): Pick<Card, 'guid' | 'tags'> {
  return { guid: `2msl-${locale}-${id}`, tags: ['2MSL', `2MSL::${topic}`, depth, kind] };
}

function foot(sources: readonly string[], links: CardLinks, words: CardWords): string {
  const link = (href: string, says: string) => `<a href="${asHtml(href)}">${asHtml(says)}</a>`;
  const shown = links.simulator === null ? [] : [link(links.simulator, words.simulator)];
  return [
    `<p>${[...shown, link(links.read, words.read)].join(' · ')}</p>`,
    `<p><small>${asHtml(sources.join(' · '))}</small></p>`,
  ].join('');
}
