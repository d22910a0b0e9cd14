/** A chapter as the learner's own page knows it: what there is to read, to try and to answer in it. */
export interface OwnChapter {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly href: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly simulators: readonly string[];
  readonly questions: readonly { readonly id: string; readonly prompt: string }[];
}
