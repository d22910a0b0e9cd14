/** What a key asks of the simulator; null where the key is not its own, or where the focused control keeps it. */
export type KeyCommand =
  | { readonly act: 'play' | 'toStart' | 'toEnd' | 'drop' | 'duplicate' | 'undo' | 'redo' | 'keys' | 'choose' }
  | { readonly act: 'step'; readonly by: number }
  | { readonly act: 'pick'; readonly by: 1 | -1 }
  | { readonly act: 'move'; readonly by: 1 | -1 };

interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** `control`: what has the focus. Inputs keep all their keys but the scrubber's, which steps; buttons keep Space and Enter. */
export type Control = 'none' | 'button' | 'segment' | 'node' | 'scrubber' | 'input';

export function keyCommand(press: KeyPress, control: Control): KeyCommand | null {
  const { key, shiftKey, altKey } = press;
  if (control === 'input') return null;
  if (press.ctrlKey || press.metaKey) return historyKey(key.toLowerCase(), shiftKey);
  if (control === 'scrubber') return scrubberKey(key, shiftKey);
  switch (key) {
    case ' ':
      if (control === 'button') return null;
      return { act: control === 'none' ? 'play' : 'choose' };
    case 'Enter':
      return control === 'segment' || control === 'node' ? { act: 'choose' } : null;
    case 'ArrowRight':
    case 'ArrowLeft':
      return altKey ? null : { act: 'step', by: (key === 'ArrowRight' ? 1 : -1) * (shiftKey ? 10 : 1) };
    case 'ArrowDown':
    case 'ArrowUp':
      return { act: altKey ? 'move' : 'pick', by: key === 'ArrowDown' ? 1 : -1 };
    default:
      return altKey ? null : plainKey(key);
  }
}

function historyKey(key: string, shiftKey: boolean): KeyCommand | null {
  if (key === 'z') return { act: shiftKey ? 'redo' : 'undo' };
  return key === 'y' && !shiftKey ? { act: 'redo' } : null;
}

function plainKey(key: string): KeyCommand | null {
  switch (key) {
    case 'Home':
      return { act: 'toStart' };
    case 'End':
      return { act: 'toEnd' };
    case 'Delete':
    case 'Backspace':
      return { act: 'drop' };
    case 'd':
    case 'D':
      return { act: 'duplicate' };
    case '?':
      return { act: 'keys' };
    default:
      return null;
  }
}

/** A slider's own keys, with a step of the run for its step. */
function scrubberKey(key: string, shiftKey: boolean): KeyCommand | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return { act: 'step', by: shiftKey ? 10 : 1 };
    case 'ArrowLeft':
    case 'ArrowDown':
      return { act: 'step', by: shiftKey ? -10 : -1 };
    case 'PageUp':
      return { act: 'step', by: 10 };
    case 'PageDown':
      return { act: 'step', by: -10 };
    case ' ':
      return { act: 'play' };
    default:
      return plainKey(key);
  }
}
