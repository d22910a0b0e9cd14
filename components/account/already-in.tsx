import { fill } from '@/components/client/fill';

interface Props {
  readonly name: string;
  /** Where they came from. */
  readonly back: string;
  readonly words: { readonly already: string; readonly goOn: string };
}

/** Instead of a form, for who is signed in. */
export function AlreadyIn({ name, back, words }: Props) {
  return (
    <p className="account-note">
      {fill(words.already, { name })} <a href={back}>{words.goOn}</a>
    </p>
  );
}
