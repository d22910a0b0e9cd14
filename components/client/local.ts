// What this browser remembers. Every key begins with `2msl:`. Where the browser refuses to store (blocked, full), the
// page's own memory takes over until it is closed, and `isDurable` lets the page say so.

const memory = new Map<string, string>();

function storage(): Storage | null {
  if (typeof window === 'undefined') return null;
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export function readLocal(key: string): string | null {
  return memory.get(key) ?? storage()?.getItem(key) ?? null;
}

export function writeLocal(key: string, value: string): void {
  try {
    const store = storage();
    if (store) {
      store.setItem(key, value);
      memory.delete(key);
      return;
    }
  } catch {
    // Full, or forbidden in this mode: fall through to memory.
  }
  memory.set(key, value);
}

export function removeLocal(key: string): void {
  memory.delete(key);
  storage()?.removeItem(key);
}

/** Keys that begin with the prefix, in no order. */
export function localKeys(prefix: string): string[] {
  const store = storage();
  const stored = store ? Array.from({ length: store.length }, (_, i) => store.key(i) ?? '') : [];
  return [...new Set([...stored, ...memory.keys()])].filter((key) => key.startsWith(prefix));
}

/** False when something would be lost if this page were closed now. */
export function isDurable(): boolean {
  return memory.size === 0;
}

/** Tells of changes that other tabs made. Returns how to stop listening. */
export function onOtherTabs(prefix: string, listener: () => void): () => void {
  const heard = (event: StorageEvent) => {
    if (event.key === null || event.key.startsWith(prefix)) listener();
  };
  window.addEventListener('storage', heard);
  return () => window.removeEventListener('storage', heard);
}
