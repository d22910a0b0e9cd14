import { RULES, type Rule, type RuleId } from '@/engine/tcp/rules';
import type { TcpState } from '@/engine/tcp/state';
import type { TransitionRow } from '@/server/content/transition-rows';

type Prefix = RuleId extends `${infer Before}/${string}` ? Before : never;

/** In which part of the list the rules of each family stand, the parts in their order. */
const GROUP_OF = {
  closed: 'closed',
  listen: 'listen',
  'syn-sent': 'syn-sent',
  'syn-received': 'syn-received',
  sequence: 'sequence',
  paws: 'sequence',
  reset: 'reset',
  syn: 'syn',
  ack: 'ack',
  text: 'text',
  fin: 'fin',
  established: 'fin',
  'fin-wait-1': 'fin',
  'fin-wait-2': 'fin',
  closing: 'fin',
  'last-ack': 'fin',
  'time-wait': 'time-wait',
  open: 'calls',
  send: 'calls',
  receive: 'calls',
  close: 'calls',
  abort: 'calls',
  call: 'calls',
  retransmission: 'timers',
  'user-timeout': 'timers',
  window: 'window',
} as const satisfies Record<Prefix, string>;

export interface ListedRule extends Rule {
  readonly id: RuleId;
  readonly rows: readonly TransitionRow[];
  /** What it can be chosen by: `state-last-ack`, `rfc-9293`. */
  readonly marks: readonly string[];
}

export interface RuleGroup {
  readonly id: string;
  readonly rules: readonly ListedRule[];
  readonly marks: readonly string[];
}

/** Every rule once, in groups. */
export function ruleGroups(rowsOf: ReadonlyMap<string, readonly TransitionRow[]>): RuleGroup[] {
  const rules = (Object.keys(RULES) as RuleId[]).map((id): ListedRule => {
    const rows = rowsOf.get(id) ?? [];
    const marks = new Set([sourceMark(RULES[id].rfc), ...rows.map(({ state }) => stateMark(state))]);
    return { id, ...RULES[id], rows, marks: [...marks] };
  });
  return [...new Set(Object.values(GROUP_OF))].map((group) => {
    const ofGroup = rules.filter(({ id }) => GROUP_OF[familyOf(id)] === group);
    return { id: group, rules: ofGroup, marks: [...new Set(ofGroup.flatMap(({ marks }) => marks))] };
  });
}

function familyOf(id: RuleId): Prefix {
  return id.slice(0, id.indexOf('/')) as Prefix;
}

export function stateMark(state: TcpState): string {
  return `state-${slug(state)}`;
}

export function sourceMark(source: string): string {
  return slug(source);
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
