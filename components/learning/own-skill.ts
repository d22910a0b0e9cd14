/** What the book asks of one skill, and where each question stands or can be read up. */
export interface OwnSkill {
  readonly id: string;
  readonly name: string;
  /** The topic that it belongs to, in words. */
  readonly topic: string;
  readonly questions: readonly { readonly id: string; readonly href: string }[];
}
