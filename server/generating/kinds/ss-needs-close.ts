import 'server-only';
import { run } from '@/engine/simulation/run';
import { both, type Kind } from '../kind';
import { clientHost, LOOKED_AT_MS, printSs, ssLines } from '../scenes/client-host';
import { drawSsScene } from '../scenes/ss-scene';

export const ssNeedsClose: Kind = {
  id: 'ss-needs-close',
  revision: 1,
  topic: 'operations',
  skill: 'diagnosis',
  depth: 'junior',
  chapter: 'in-production',
  section: 'what-to-do',
  sources: ['RFC 9293 §3.10.4', 'measured on Linux 6.18'],
  title: both('Read ss: whose close() is missing', '读 ss：谁还没有调用 close()'),
  make(chance) {
    const scene = drawSsScene(chance);
    const timeline = run(clientHost(scene));
    const lines = ssLines(timeline, LOOKED_AT_MS);
    const by = (state: string) => lines.filter((line) => line.state === state).length;
    // Whose FIN has come while none of ours has gone out.
    const heard = timeline.entries.filter(
      ({ host, before, after, atMs }) =>
        host === 'client' && before === 'ESTABLISHED' && after === 'CLOSE_WAIT' && atMs <= LOOKED_AT_MS,
    );
    const closed = timeline.entries.filter(
      ({ host, before, cause, atMs }) =>
        host === 'client' &&
        before === 'CLOSE_WAIT' &&
        cause.type === 'call' &&
        cause.call === 'close' &&
        atMs <= LOOKED_AT_MS,
    );
    return {
      form: 'number',
      prompt: both(
        'A host lists its connections. For how many of them has the peer closed while a program on this host still has to call close()?',
        '一台主机列出了它的连接。其中有多少条，对端已经关闭，而这台主机上的程序还没有调用 close()？',
      ),
      exhibit: { type: 'terminal', text: printSs(lines, scene.addresses.client) },
      unit: '',
      answer: heard.length - closed.length,
      tolerance: 0,
      slips: [
        {
          value: by('TIME_WAIT'),
          feedback: both('In TIME-WAIT everybody has closed.', '处于 TIME-WAIT 时，双方都已关闭。'),
          misconception: 21,
        },
        {
          value: by('FIN_WAIT_2'),
          feedback: both('In FIN-WAIT-2 it is the peer that has not closed.', '处于 FIN-WAIT-2 时，没有关闭的是对端。'),
          misconception: 73,
        },
        {
          value: by('CLOSE_WAIT') + by('TIME_WAIT'),
          feedback: both('TIME-WAIT needs nobody: it ends by itself.', 'TIME-WAIT 不需要谁：它会自己结束。'),
          misconception: 21,
        },
        {
          value: by('ESTABLISHED'),
          feedback: both('In ESTAB nobody has closed yet.', '处于 ESTAB 时，谁都还没有关闭。'),
          misconception: 21,
        },
      ],
      otherwise: both('Which state waits for this host’s own program?', '哪个状态在等这台主机自己的程序？'),
      explanation: both(
        'CLOSE-WAIT: the peer’s FIN has been received and acknowledged; only this program’s close() leads on, and no kernel setting does.',
        'CLOSE-WAIT：对端的 FIN 已经收到并确认；只有这个程序的 close() 才能继续，任何内核设置都不行。',
      ),
    };
  },
};
