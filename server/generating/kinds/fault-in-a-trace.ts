import 'server-only';
import { both, type Choice, type Kind } from '../kind';
import { drawTrace, printLine, type TraceLine } from '../scenes/trace';

interface Alteration {
  readonly index: number;
  readonly line: TraceLine;
  readonly told: ReturnType<typeof both>;
}

/** Each way in which one line can be made wrong, with what would then be believed. */
function alterations(lines: readonly TraceLine[]): Alteration[] {
  return lines.flatMap((line, index): Alteration[] => {
    const before = lines[index - 1];
    if (before === undefined || index < 2) return [];
    const made: Alteration[] = [];
    if (line.length === 0 && line.flags === 'ACK') {
      const counts = before.flags.includes('FIN')
        ? both('its ACK leaves out the FIN, which takes one number', '它的 ACK 没有算上 FIN，而 FIN 占一个序列号')
        : both('its ACK is one octet short', '它的 ACK 少了一个八位组');
      made.push({ index, line: { ...line, ack: line.ack - 1 }, told: counts });
      const ahead = both(
        'its SEQ goes on although a bare ACK takes no number',
        '纯 ACK 不占序列号，它的 SEQ 却向前走了',
      );
      made.push({ index, line: { ...line, seq: line.seq + 1 }, told: ahead });
    }
    if (line.flags.includes('FIN')) {
      const back = both('its SEQ does not follow what this side has sent', '它的 SEQ 没有接在这一方已发送的内容之后');
      made.push({ index, line: { ...line, seq: line.seq - 1 }, told: back });
      const more = both('its ACK acknowledges what the other side never sent', '它的 ACK 确认了对方从未发送的内容');
      made.push({ index, line: { ...line, ack: line.ack + 1 }, told: more });
    }
    return made;
  });
}

export const faultInATrace: Kind = {
  id: 'fault-in-a-trace',
  revision: 1,
  topic: 'operations',
  skill: 'trace-reading',
  depth: 'senior',
  chapter: 'what-is-time-wait',
  section: 'four-segments',
  sources: ['RFC 9293 §3.4', 'RFC 9293 §3.6'],
  title: both('Find the fault in a trace', '找出记录中的错误'),
  make(chance) {
    const { scenario, lines } = drawTrace(chance);
    const { index, line, told } = chance.pick(alterations(lines));
    const shown = lines.map((each, place) => (place === index ? line : each));
    const others = chance.shuffled(lines.map((_, place) => place).filter((place) => place !== index && place > 0));
    const choices = [index, ...others.slice(0, 3)]
      .sort((a, b) => a - b)
      .map((place): Choice => {
        const wrong = both(
          `Line ${place + 1} is as it must be: its SEQ follows what this side has sent, its ACK what has come from the other.`,
          `第 ${place + 1} 行没有问题：SEQ 接在这一方已发送的内容之后，ACK 接在对方发来的内容之后。`,
        );
        const text = both(`Line ${place + 1}`, `第 ${place + 1} 行`);
        return { value: String(place), text, wrong, misconception: shown[place]?.flags.includes('FIN') ? 61 : 71 };
      });
    return {
      form: 'one',
      prompt: both(
        'This is a trace of one connection after its handshake. Nothing was lost or sent twice. One number in one line has been falsified. Which line is it?',
        '这是一条连接在握手之后的记录。没有丢失，也没有重发。其中一行的一个数字被改过。是哪一行？',
      ),
      exhibit: {
        type: 'trace',
        text: shown.map((each, place) => `${String(place + 1).padStart(2)}  ${printLine(each, 8)}`).join('\n'),
      },
      choices,
      answer: String(index),
      because: both(`Here ${told.en}.`, `这一行里，${told.zh}。`),
      explanation: both(
        `In line ${index + 1} ${told.en}. It should read: ${printLine(lines[index] ?? line)}. Data takes as many numbers as it has octets, FIN one, a bare ACK none.`,
        `第 ${index + 1} 行里，${told.zh}。应为：${printLine(lines[index] ?? line)}。数据有多少个八位组就占多少个序列号，FIN 占一个，纯 ACK 不占。`,
      ),
      play: { scenario, atMs: 0 },
    };
  },
};
