interface PasteExamplesProps<Name extends string> {
  /** What can be tried: name and address. */
  readonly examples: readonly { readonly name: Name; readonly href: string }[];
  readonly onTry: (href: string) => void;
  readonly words: { readonly label: string } & Readonly<Record<Name, string>>;
}

/** Things to try for who has nothing to paste. */
export function PasteExamples<Name extends string>({ examples, onTry, words }: PasteExamplesProps<Name>) {
  return (
    <fieldset className="paste-examples">
      <legend>{words.label}</legend>
      {examples.map(({ name, href }) => (
        <button key={name} type="button" className="btn small" onClick={() => onTry(href)}>
          {words[name]}
        </button>
      ))}
    </fieldset>
  );
}
