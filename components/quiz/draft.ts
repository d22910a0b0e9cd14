import type { PublicQuestion, QuestionKind, Response } from '@/model/question';
import type { Matching } from './match-pairs';
import { parseNumber } from './parse-number';

/** An answer in the making, as the form shows it. */
export type Draft =
  | { readonly kind: 'one'; readonly option: string | null }
  | { readonly kind: 'predict'; readonly option: string | null }
  | { readonly kind: 'several'; readonly options: readonly string[] }
  | { readonly kind: 'order'; readonly items: readonly string[] }
  | ({ readonly kind: 'match' } & Matching)
  | { readonly kind: 'number'; readonly text: string };

export type DraftOf<K extends QuestionKind> = Extract<Draft, { kind: K }>;
export type QuestionOf<K extends QuestionKind> = Extract<PublicQuestion, { kind: K }>;

/** What a form shows before anything has been done to it. */
export function emptyDraft(question: PublicQuestion): Draft {
  switch (question.kind) {
    case 'one':
    case 'predict':
      return { kind: question.kind, option: null };
    case 'several':
      return { kind: 'several', options: [] };
    case 'order':
      return { kind: 'order', items: question.items.map(({ id }) => id) };
    case 'match':
      return { kind: 'match', pairs: [], picked: null };
    case 'number':
      return { kind: 'number', text: '' };
  }
}

/** The form as it stood when this was answered. */
export function draftOf(response: Response): Draft {
  switch (response.kind) {
    case 'match':
      return { ...response, picked: null };
    case 'number':
      return { kind: 'number', text: String(response.value) };
    default:
      return response;
  }
}

export type Missing =
  | { readonly what: 'choice' | 'several' | 'number' }
  | { readonly what: 'match'; readonly left: number };

/** The answer that may be sent, or what is still missing. */
export function responseOf(draft: Draft, question: PublicQuestion): Response | Missing {
  switch (draft.kind) {
    case 'one':
    case 'predict':
      return draft.option === null ? { what: 'choice' } : { kind: draft.kind, option: draft.option };
    case 'several':
      return draft.options.length === 0 ? { what: 'several' } : { kind: 'several', options: [...draft.options] };
    case 'order':
      return { kind: 'order', items: [...draft.items] };
    case 'match': {
      const left = (question.kind === 'match' ? question.left.length : 0) - draft.pairs.length;
      return left > 0 ? { what: 'match', left } : { kind: 'match', pairs: draft.pairs.map(([l, r]) => [l, r]) };
    }
    case 'number': {
      const value = parseNumber(draft.text);
      return value === null ? { what: 'number' } : { kind: 'number', value };
    }
  }
}

/** What a reader has already put into the static form, when it comes alive under their hands. */
export function draftFromForm(question: PublicQuestion, form: HTMLFormElement): Draft {
  const chosen = new FormData(form).getAll(question.id).map(String);
  switch (question.kind) {
    case 'one':
    case 'predict':
      return { kind: question.kind, option: chosen[0] ?? null };
    case 'several':
      return { kind: 'several', options: chosen };
    case 'number':
      return { kind: 'number', text: chosen[0] ?? '' };
    default:
      return emptyDraft(question);
  }
}
