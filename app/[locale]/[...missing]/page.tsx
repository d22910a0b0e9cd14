import { notFound } from 'next/navigation';

/** Every address below a language that no other page claims: `not-found.tsx` answers it, in that language. */
export default function MissingPage() {
  notFound();
}
