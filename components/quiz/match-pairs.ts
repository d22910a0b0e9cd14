/** A left item and its partner on the right, by id. */
export type Pair = readonly [left: string, right: string];

/** Which item waits for its partner. */
export interface Picked {
  readonly side: 'left' | 'right';
  readonly id: string;
}

export interface Matching {
  readonly pairs: readonly Pair[];
  readonly picked: Picked | null;
}

/**
 * An item is chosen, on either side. Two of different sides become a pair, which parts them from former partners (on the
 * right only if `shared` is false); the same again, or another of the same side, changes what is picked.
 */
export function choose({ pairs, picked }: Matching, item: Picked, shared: boolean): Matching {
  if (picked === null || picked.side === item.side) {
    const again = picked?.id === item.id;
    return { pairs, picked: again ? null : item };
  }
  const left = item.side === 'left' ? item.id : picked.id;
  const right = item.side === 'right' ? item.id : picked.id;
  const others = pairs.filter(([l, r]) => l !== left && (shared || r !== right));
  return { pairs: [...others, [left, right]], picked: null };
}
