import type { Locale } from './attempt';
import type { PublicQuestion, Response } from './question';

/** An answer as a reader would say it, from the texts of its question; what that no longer has is said by its id. */
export function sayAnswer(question: PublicQuestion | null, response: Response, locale: Locale): string {
  const texts = new Map(question ? partsOf(question).map(({ id, text }) => [id, text]) : []);
  const say = (id: string) => texts.get(id) ?? id;
  const separator = locale === 'zh' ? '；' : '; ';
  switch (response.kind) {
    case 'one':
    case 'predict':
      return say(response.option);
    case 'several':
      return response.options.map(say).join(separator);
    case 'order':
      return response.items.map((id, place) => `${place + 1}. ${say(id)}`).join(separator);
    case 'match':
      return response.pairs.map(([left, right]) => `${say(left)} → ${say(right)}`).join(separator);
    case 'number':
      return question?.kind === 'number' ? `${response.value} ${question.unit}` : String(response.value);
  }
}

/** Everything that a question offers to choose from. */
export function partsOf(question: PublicQuestion): readonly { readonly id: string; readonly text: string }[] {
  switch (question.kind) {
    case 'one':
    case 'several':
    case 'predict':
      return question.options;
    case 'order':
      return question.items;
    case 'match':
      return [...question.left, ...question.right];
    case 'number':
      return [];
  }
}
