import { stateLabel } from '@/components/ui/state-name';
import { TCP_STATES } from '@/engine/tcp/state';
import type { TruthWords } from '../how-true/truth-words';
import { type ListedRule, sourceMark, stateMark } from './rule-groups';

/** Chooses which rules are shown. It needs no script: the style sheet (truth.css) looks at what is chosen. */
export function RuleChoice({ rules, words }: { rules: readonly ListedRule[]; words: TruthWords }) {
  const option = (mark: string, name: string) => {
    const count = rules.filter(({ marks }) => marks.includes(mark)).length;
    return (
      <option key={mark} value={mark}>
        {words.plain('ruleList.option', { name, count })}
      </option>
    );
  };
  return (
    // A browser that brings back an earlier choice would hide the rule that a link leads to.
    <form className="rule-choice" autoComplete="off">
      <label>
        <span>{words.plain('ruleList.show')}</span>
        <select name="show" defaultValue="">
          <option value="">{words.plain('ruleList.all', { count: rules.length })}</option>
          <optgroup label={words.plain('ruleList.byState')}>
            {TCP_STATES.map((state) => option(stateMark(state), stateLabel(state)))}
          </optgroup>
          <optgroup label={words.plain('ruleList.bySource')}>
            {sourcesOf(rules).map((source) => option(sourceMark(source), source))}
          </optgroup>
        </select>
      </label>
    </form>
  );
}

/** RFC 9293 first, then the others by number, systems last. */
function sourcesOf(rules: readonly ListedRule[]): string[] {
  const rank = (source: string) =>
    source === 'RFC 9293' ? 0 : Number(/^RFC (\d+)$/.exec(source)?.[1] ?? Number.POSITIVE_INFINITY);
  return [...new Set(rules.map(({ rfc }) => rfc))].sort((a, b) => rank(a) - rank(b));
}
