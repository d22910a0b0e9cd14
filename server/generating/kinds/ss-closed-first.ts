import 'server-only';
import { run } from '@/engine/simulation/run';
import { both, type Kind } from '../kind';
import { clientHost, LOOKED_AT_MS, printSs, ssLines } from '../scenes/client-host';
import { drawSsScene } from '../scenes/ss-scene';

export const ssClosedFirst: Kind = {
  id: 'ss-closed-first',
  revision: 1,
  topic: 'operations',
  skill: 'who-closes',
  depth: 'mid',
  chapter: 'in-production',
  section: 'who-holds-it',
  sources: ['RFC 9293 §3.6', 'measured on Linux 6.18'],
  title: both('Read ss: who closed first', '读 ss：谁先关闭'),
  make(chance) {
    const scene = drawSsScene(chance);
    const timeline = run(clientHost(scene));
    const lines = ssLines(timeline, LOOKED_AT_MS);
    const listed = new Set(lines.map(({ port }) => port));
    const closers = new Set(
      timeline.intervals
        .filter(({ host, state, fromMs }) => host === 'client' && state === 'FIN_WAIT_1' && fromMs <= LOOKED_AT_MS)
        .map(({ connection }) => timeline.connections.find(({ id }) => id === connection)?.localPort),
    );
    const answer = [...closers].filter((port) => port !== undefined && listed.has(port)).length;
    const by = (state: string) => lines.filter((line) => line.state === state).length;
    return {
      form: 'number',
      prompt: both(
        'A host lists its connections. No FINs have crossed. Of how many of these connections has this host sent the first FIN?',
        '一台主机列出了它的连接。没有 FIN 交错的情况。其中有多少条连接是由这台主机先发出 FIN 的？',
      ),
      exhibit: { type: 'terminal', text: printSs(lines, scene.addresses.client) },
      unit: '',
      answer,
      tolerance: 0,
      slips: [
        {
          value: by('TIME_WAIT'),
          feedback: both(
            'FIN-WAIT-2 belongs to the side that closed first as well.',
            'FIN-WAIT-2 同样属于先关闭的一方。',
          ),
          misconception: 73,
        },
        {
          value: by('CLOSE_WAIT'),
          feedback: both('CLOSE-WAIT means that the other side closed first.', 'CLOSE-WAIT 表示另一方先关闭。'),
          misconception: 3,
        },
        {
          value: by('CLOSE_WAIT') + by('TIME_WAIT') + by('FIN_WAIT_2'),
          feedback: both('In CLOSE-WAIT it was the other side.', '处于 CLOSE-WAIT 的，是另一方先关闭的。'),
          misconception: 3,
        },
      ],
      otherwise: both(
        'Which states are only on the way of the side that closes first?',
        '哪些状态只出现在先关闭一方的路上？',
      ),
      explanation: both(
        `TIME-WAIT (${by('TIME_WAIT')}) and FIN-WAIT-2 (${by('FIN_WAIT_2')}) lie on the way of the active closer, CLOSE-WAIT (${by('CLOSE_WAIT')}) on that of the passive one.`,
        `TIME-WAIT（${by('TIME_WAIT')} 条）和 FIN-WAIT-2（${by('FIN_WAIT_2')} 条）在主动关闭方的路上，CLOSE-WAIT（${by('CLOSE_WAIT')} 条）在被动关闭方的路上。`,
      ),
    };
  },
};
