import { expect, it } from 'vitest';
import { run } from '@/engine/simulation/run';
import { FIGURES, LOCALES, speechOf } from '../testing/figures';
import { rowText } from '../words/event-sentence';
import { laneNameOf } from '../words/host-names';
import { rowsOf, stepAt, stepsOf } from './rows';

function tableOf(name: string, locale: 'en' | 'zh'): string {
  const figure = FIGURES.get(name);
  if (!figure) throw new Error(`no figure ${name}`);
  const timeline = run(figure.scenario);
  const speech = speechOf(locale, name);
  return rowsOf(timeline)
    .map((row) => {
      const time = ((row.atMs - figure.scenario.originMs) / 1000).toFixed(2);
      const host = laneNameOf(row.lane, row.host, timeline, speech);
      return `${time}  ${host}  ${rowText(row, timeline, speech)}  ${row.stateAfter}`;
    })
    .join('\n');
}

it('tells the run of figure 4.1', () => {
  expect(tableOf('last-ack-lost', 'en')).toMatchInlineSnapshot(`
    "0.00  Client 1  close(); sends FIN, ACK seq=1001 ack=5001  FIN_WAIT_1
    0.05  Server  FIN arrives; sends ACK seq=5001 ack=1002; read() returns 0: the other side has no more to send  CLOSE_WAIT
    0.10  Client 1  its FIN is acknowledged  FIN_WAIT_2
    0.15  Server  close(); sends FIN, ACK seq=5001 ack=1002  LAST_ACK
    0.20  Client 1  FIN arrives; sends ACK seq=1002 ack=5002, lost  TIME_WAIT
    0.30  Client 1  TIME_WAIT ends  CLOSED
    1.15  Server  timeout; sends FIN, ACK seq=5001 ack=1002 again, lost  LAST_ACK
    1.30  Client 2  connect(); sends SYN seq=7000  SYN_SENT
    1.35  Server  SYN arrives and changes nothing; sends a challenge, ACK seq=5002 ack=1002  LAST_ACK
    1.40  Client 2  ACK arrives out of place; sends RST seq=1002  SYN_SENT
    1.45  Server  RST arrives  CLOSED
    2.30  Client 2  timeout; sends SYN seq=7000 again  SYN_SENT
    2.35  Server  SYN arrives; sends SYN, ACK seq=9000 ack=7001  SYN_RECEIVED
    2.40  Client 2  SYN, ACK arrives; sends ACK seq=7001 ack=9001; connect() returns 0  ESTABLISHED
    2.45  Server  ACK arrives; accept() returns  ESTABLISHED"
  `);
});

it('tells it in Chinese as well', () => {
  expect(tableOf('last-ack-lost', 'zh')).toMatchInlineSnapshot(`
    "0.00  客户端 1  调用 close()；发送 FIN, ACK seq=1001 ack=5001  FIN_WAIT_1
    0.05  服务器  FIN 到达；发送 ACK seq=5001 ack=1002；read() 返回 0：对方不再有数据  CLOSE_WAIT
    0.10  客户端 1  自己的 FIN 得到确认  FIN_WAIT_2
    0.15  服务器  调用 close()；发送 FIN, ACK seq=5001 ack=1002  LAST_ACK
    0.20  客户端 1  FIN 到达；发送 ACK seq=1002 ack=5002，丢失  TIME_WAIT
    0.30  客户端 1  TIME_WAIT 结束  CLOSED
    1.15  服务器  超时；重传 FIN, ACK seq=5001 ack=1002，丢失  LAST_ACK
    1.30  客户端 2  调用 connect()；发送 SYN seq=7000  SYN_SENT
    1.35  服务器  SYN 到达，没有改变任何状态；发送挑战 ACK seq=5002 ack=1002  LAST_ACK
    1.40  客户端 2  ACK 到达，与这里的连接不符；发送 RST seq=1002  SYN_SENT
    1.45  服务器  RST 到达  CLOSED
    2.30  客户端 2  超时；重传 SYN seq=7000  SYN_SENT
    2.35  服务器  SYN 到达；发送 SYN, ACK seq=9000 ack=7001  SYN_RECEIVED
    2.40  客户端 2  SYN, ACK 到达；发送 ACK seq=7001 ack=9001；connect() 返回 0  ESTABLISHED
    2.45  服务器  ACK 到达；accept() 返回  ESTABLISHED"
  `);
});

it('says whose octets an application is given', () => {
  expect(tableOf('old-duplicate', 'en')).toContain('3 bytes of the earlier connection are delivered');
  expect(tableOf('old-duplicate', 'zh')).toContain('旧连接的 3 字节被交付给应用');
});

it('has a sentence for every row of every figure, with no message missing', () => {
  for (const name of FIGURES.keys()) {
    for (const locale of LOCALES)
      for (const line of tableOf(name, locale).split('\n')) expect(line).not.toMatch(/ {2}\s* {2}/);
  }
});

it('steps from moment to moment, and finds the step of any moment', () => {
  const timeline = run(FIGURES.get('simultaneous-close')?.scenario ?? expect.fail());
  const steps = stepsOf(rowsOf(timeline));
  expect(steps.map((step) => [step.atMs - 1000, step.rows.length])).toEqual([
    [0, 2],
    [50, 2],
    [100, 2],
    [240_100, 2],
  ]);
  expect(stepAt(steps, 999)).toBe(-1);
  expect(stepAt(steps, 1050)).toBe(1);
  expect(stepAt(steps, 1099)).toBe(1);
});
