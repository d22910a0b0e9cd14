/** The closed set of tags that a chapter may use, and what each must and may carry. */
export interface TagSpec {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  /** Inline tags stand in a sentence, whose order differs from language to language. */
  readonly inline?: true;
  /** Tags that must be the direct parent; absent = anywhere. */
  readonly within?: readonly string[];
}

export const TAGS: Readonly<Record<string, TagSpec>> = {
  Opening: { required: [], within: ['root'] },
  Section: { required: ['id', 'title'], within: ['root'] },
  /** `predict`: the question at whose moment it stops until a reader has answered. */
  Simulator: { required: ['scenario', 'number'], optional: ['predict'], within: ['Section'] },
  /** The explorer; `number` is what a counterexample is printed with. */
  Explorer: { required: ['number'], within: ['Section'] },
  Versus: { required: [], optional: ['sourceRef', 'protocolRef'], within: ['Section', 'Opening'] },
  Said: { required: [], within: ['Versus'] },
  Holds: { required: [], within: ['Versus'] },
  Pitfall: { required: ['title'], within: ['Section'] },
  Recap: { required: [], within: ['Section'] },
  Quiz: { required: [], within: ['Section'] },
  Terminal: { required: ['title'] },
  State: { required: ['name'], inline: true },
  Rfc: { required: ['n'], optional: ['s'], inline: true },
  Kernel: { required: ['fn'], inline: true },
  Term: { required: ['id'], inline: true },
  Seg: { required: [], inline: true },
};

/** The sections that end every chapter, in this order. */
export const CLOSING_SECTIONS = ['pitfalls', 'recap', 'check-yourself'] as const;
