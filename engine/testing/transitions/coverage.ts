import { RULES, type Rule, type RuleId } from '../../tcp/rules';
import { DEPARTURES, NOT_MODELLED } from './not-as-written';
import { readRowRules, readRows, type TransitionRow } from './table';

/** docs/rfc9293-coverage.md: which row of the table of transitions is held by which rule, and which is not met as written. */
export function coverageDocument(): string {
  const rows = readRows();
  const rules = readRowRules();
  const left = rows.filter(({ id }) => NOT_MODELLED[id] !== undefined);
  const departing = rows.filter(({ id }) => DEPARTURES[id] !== undefined);
  const met = rows.length - left.length - departing.length;
  return `${[
    '# How much of RFC 9293 the engine is',
    `Written by \`engine/transitions.test.ts\`, which fails while this page says anything else; \`npx vitest run engine/transitions.test.ts -u\` writes it anew.`,
    `\`fixtures/transitions/rows.json\` has ${rows.length} rows: state × event × condition → next state and what is sent, from RFC 9293 §3.10, with what RFC 793, RFC 1337, RFC 5961, RFC 6191 and Linux 6.18 do otherwise. **${met} are met as written, ${departing.length} otherwise for a reason given here, ${left.length} are not modelled.** Each of the first two kinds is a test: it reaches the state by calls and segments, never by setting a field, in every way that the tests know (a passive and an active SYN_RECEIVED, an owned and an orphaned FIN_WAIT), lets the event happen, and compares the next state, the segments sent and the rules that the entry names. \`fixtures/transitions/rules.json\` maps rows to rules.`,
    '## Not modelled',
    ...NOT_IN_ENGINE,
    notModelled(left),
    '## Not met as written',
    ...departing.map(departure),
    '## Met, with a remark',
    ...REMARKS,
    '## Row by row',
    'A profile named after one document is a stack of 1981 (`rfc793`) that has learnt that one thing.',
    table(rows, rules),
    '## Rules beyond the table',
    'These say what the rows leave open: when acknowledgments leave, how retransmission goes on, windows, and what the sockets interface or a stack adds.',
    beyond(rules),
  ].join('\n\n')}\n`;
}

const NOT_IN_ENGINE = [
  '- **Security and compartment** (the third check, and the conditions “security ok” of the table): RFC 9293 §A.1 keeps them for systems that label their traffic; no stack that readers meet does. Every segment here has the right label.',
  '- **Urgent data** (the sixth check, the URG bit, the urgent pointer): RFC 6093 advises against its use, and it moves no state. A segment here has no urgent pointer.',
];

const REMARKS = [
  '- **TIMEOUT(user)** in LISTEN, FIN_WAIT_2 and TIME_WAIT (T199, T204, T208): nothing there waits to be acknowledged, so the timer does not run. The row is met should the time-out come; the tests let it come unasked. Elsewhere it is set by the `timeout` of OPEN and SEND.',
  '- **RECEIVE** in CLOSING, LAST_ACK and TIME_WAIT (T036 to T038) is an error where nothing is left. Octets that came in front of the FIN and were not read yet are handed over even then, as sockets do; the RFC’s text knows no such octets.',
  '- **The repeated FIN in TIME_WAIT** (T175) is looked for before the window check: see decisions/0002.',
  '- **An ABORT** leads to CLOSED (§3.10.5). §3.5.2 would have the sender of a reset wait in TIME_WAIT; the RFC is not of one mind, and Linux goes to CLOSED.',
];

function notModelled(left: readonly TransitionRow[]): string {
  const reasons = new Map<string, string[]>();
  for (const { id } of left) {
    const reason = NOT_MODELLED[id] ?? '';
    reasons.set(reason, [...(reasons.get(reason) ?? []), id]);
  }
  return [...reasons].map(([reason, ids]) => `- **${ids[0]} to ${ids.at(-1)}**: ${reason}`).join('\n');
}

function departure({ id, state, event, condition, next, sends }: TransitionRow): string {
  const other = DEPARTURES[id];
  if (other === undefined) return '';
  const says = `The table says ${next}${sends === null ? ', nothing sent' : `, ${code(sends)}`}.`;
  const does = `The engine: ${other.next}${other.sends === null ? ', nothing sent' : `, ${code(other.sends)}`}.`;
  return `**${id}: ${state}, ${event}${condition === '' ? '' : `, ${condition}`}.** ${says} ${does} ${other.because}`;
}

function table(rows: readonly TransitionRow[], rules: ReturnType<typeof readRowRules>): string {
  const lines = rows.map(({ id, state, event, condition, next, sends, profile }) => {
    const sent = sends === null ? '' : code(sends);
    const by = (rules[id] ?? []).map(clause).join('<br>');
    const mark =
      NOT_MODELLED[id] !== undefined ? 'not modelled' : DEPARTURES[id] !== undefined ? `otherwise; ${by}` : by;
    return `| ${[id, profile, state, event, condition, next, sent, mark].join(' | ')} |`;
  });
  return [
    '| Row | Profile | State | Event | Condition | Next | Sends | Rule |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

function beyond(rules: ReturnType<typeof readRowRules>): string {
  const mapped = new Set(Object.values(rules).flat());
  return (Object.keys(RULES) as RuleId[])
    .filter((id) => !mapped.has(id))
    .map((id) => `- ${clause(id)}`)
    .join('\n');
}

function clause(id: RuleId): string {
  const { rfc, section, kernelFunction }: Rule = RULES[id];
  const where = rfc.startsWith('RFC') ? `${rfc} §${section}` : `${rfc} ${section}, ${kernelFunction}`;
  return `\`${id}\` (${where})`;
}

function code(form: string): string {
  return form.startsWith('<') ? `\`${form}\`` : form;
}
