import { fill } from '@/components/client/fill';
import type { Bank } from './bank';
import type { Session } from './session';
import type { MockWords } from './words';

interface Told {
  readonly session: Session;
  readonly bank: Pick<Bank, 'topics'>;
  readonly words: MockWords['transcript'];
  /** The day of the interview, as the language writes it. */
  readonly day: string;
}

/** The interview to keep, as Markdown: every question, what was said, and what a strong answer has. */
export function transcriptMarkdown({ session, bank, words, day }: Told): string {
  const lines = [`# ${fill(words.title, { day })}`];
  session.said.forEach((said, place) => {
    const turn = session.turns[place];
    if (!said || !turn) return;
    lines.push('', `## ${place + 1}. ${escaped(said.prompt)}`, '', `*${bank.topics[turn.topic] ?? turn.topic}*`);
    lines.push('', `**${words.answer}**`, '', quoted(said.text === '' ? words[said.how] : said.text));
    if (said.points.length > 0) {
      lines.push('', `**${words.rubric}**`, '');
      lines.push(...said.points.map(({ text, met }) => `- [${met ? 'x' : ' '}] ${escaped(text)}`));
    } else if (turn.outcome?.score != null) {
      lines.push('', fill(words.score, { percent: Math.round(turn.outcome.score * 100) }));
    }
    lines.push('', `**${words.model}**`, '', escaped(said.model));
    if (said.sources.length > 0) lines.push('', `${words.sources}${said.sources.map(escaped).join(' · ')}`);
  });
  return `${lines.join('\n')}\n`;
}

/** The same for programs that know no Markdown. */
export function transcriptText(told: Told): string {
  return transcriptMarkdown(told)
    .replaceAll(/^#+ /gm, '')
    .replaceAll(/^\*+(.*?)\*+$/gm, '$1')
    .replaceAll(/^> ?/gm, '    ')
    .replaceAll(/^- \[x\] /gm, '[x] ')
    .replaceAll(/^- \[ \] /gm, '[ ] ')
    .replaceAll(/\\([\\`*_[\]<>#|])/g, '$1');
}

function quoted(text: string): string {
  return escaped(text)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** So that FIN_WAIT_1 and `<SEQ=SEG.ACK>` stay what they are. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|]/g, '\\$&');
}
