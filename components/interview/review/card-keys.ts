import type { KeyboardEvent } from 'react';
import type { Confidence } from '@/model/question';

/** In the order of their keys. */
export const SURENESS: readonly Confidence[] = ['sure', 'unsure', 'guess'];

interface Keys {
  /** A, B, C …: what stands at this place, from 0. */
  readonly onPlace?: (place: number) => void;
  readonly onConfidence?: (confidence: Confidence) => void;
  readonly onNext?: () => void;
}

/**
 * What keys do while the focus is on a card (WCAG 2.1.4): letters choose, 1 to 3 say how sure, Enter goes on. A field
 * that takes text keeps them all, and a button or a link its Enter.
 */
export function cardKeys({ onPlace, onConfidence, onNext }: Keys): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing || event.repeat) return;
    const { target, key } = event;
    if (!(target instanceof Element) || target.matches('textarea, input[type=text]')) return;
    const confidence = SURENESS[Number(key) - 1];
    const place = /^[a-z]$/i.test(key) ? key.toLowerCase().charCodeAt(0) - 97 : -1;
    if (confidence && onConfidence) onConfidence(confidence);
    else if (place >= 0 && onPlace) onPlace(place);
    else if (key === 'Enter' && onNext && !target.matches('button, a')) onNext();
    else return;
    event.preventDefault();
  };
}
