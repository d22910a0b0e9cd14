import 'server-only';
import { createServer, type Socket } from 'node:net';

export interface Mailbox {
  /** For SMTP_URL. */
  readonly url: string;
  /** Waits for a letter to this address that nobody has taken yet, and takes it: its headers and its text, decoded. */
  take(address: string): Promise<string>;
  stop(): Promise<void>;
}

/** A mail server that takes every letter (RFC 5321, the least of it) and delivers none. */
export async function openMailbox(): Promise<Mailbox> {
  const letters: { to: string; text: string }[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket)).on('error', () => {});
    listen(socket, (to, text) => letters.push({ to, text: decode(text) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    async take(to) {
      for (let tries = 0; tries < 500; tries += 1) {
        const [letter] = letters.splice(letters.findIndex((each) => each.to === to) >>> 0, 1);
        if (letter) return letter.text;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`no letter came for ${to}`);
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(socket: Socket, deliver: (to: string, text: string) => void): void {
  let heard = '';
  let to = '';
  let inData = false;
  socket.setEncoding('utf8').write('220 test ESMTP\r\n');
  socket.on('data', (chunk) => {
    heard += String(chunk);
    for (
      let end = heard.indexOf(inData ? '\r\n.\r\n' : '\r\n');
      end >= 0;
      end = heard.indexOf(inData ? '\r\n.\r\n' : '\r\n')
    ) {
      const said = heard.slice(0, end);
      heard = heard.slice(end + (inData ? 5 : 2));
      if (inData) {
        deliver(to, said);
        inData = false;
        socket.write('250 taken\r\n');
        continue;
      }
      to = /^RCPT TO:<(.*?)>/i.exec(said)?.[1] ?? to;
      inData = /^DATA/i.test(said);
      socket.write(inData ? '354 go on\r\n' : /^QUIT/i.test(said) ? '221 bye\r\n' : '250 ok\r\n');
    }
  });
}

/** Undoes quoted-printable and base64 (RFC 2045 §6), whichever the sender chose. */
function decode(letter: string): string {
  const [head = '', ...rest] = letter.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/im.test(head))
    return `${head}\n\n${Buffer.from(body, 'base64').toString('utf8')}`;
  const octets = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return `${head}\n\n${Buffer.from(octets, 'latin1').toString('utf8')}`;
}
