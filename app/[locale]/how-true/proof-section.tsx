import { Section } from '@/components/prose/section';
import { Listing, Terminal } from '@/components/prose/terminal';
import type { Proof } from './proof';
import type { TruthWords } from './truth-words';

/** A proof told: what was done, how to do it oneself, and what it leaves open. */
export function ProofSection({ proof, words }: { proof: Proof; words: TruthWords }) {
  const { id, values, run, listing, body } = proof;
  const title = words.plain(`${id}.title`);
  return (
    <Section id={id} title={title} linkLabel={words.plain('page.linkTo', { title })}>
      <div className="prose">{body}</div>
      <Terminal title={words.plain('page.lastRun', { date: words.day(run.on), version: run.engine })}>
        <Listing>{listing.join('\n')}</Listing>
      </Terminal>
      <div className="caveat">
        <h3 className="caps">{words.plain('page.notProven')}</h3>
        <p>{words.rich(`${id}.caveat`, values)}</p>
      </div>
    </Section>
  );
}
