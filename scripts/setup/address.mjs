import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { refuse } from './refuse.mjs';

/** Where to listen, from HOST and PORT. Ends with one sentence when that cannot be. */
export async function chooseAddress() {
  const host = process.env.HOST?.trim() || '127.0.0.1';
  const written = process.env.PORT?.trim() || '3000';
  const port = Number(written);
  if (!/^\d+$/.test(written) || port < 1 || port > 65535) {
    refuse(`PORT must be a number from 1 to 65535, but it is "${written}".`);
  }
  const fault = await tryToListen(host, port);
  if (fault === 'EADDRINUSE') {
    refuse(
      `port ${port} of ${host} is in use: end the other program, or choose another port, as in PORT=${port + 1} npm start.`,
    );
  }
  if (fault === 'EACCES') refuse(`this user may not listen on port ${port}: choose one above 1023.`);
  if (fault) refuse(`"${host}" is no address of this machine that can be listened on (${fault}).`);
  return { host, port };
}

function tryToListen(host, port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code ?? error.message));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)));
  });
}

/** What a reader types: the loopback address, and where every interface is listened on, those of the network too. */
export function addressesOf({ host, port }) {
  const everywhere = host === '0.0.0.0' || host === '::';
  if (!everywhere) return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`];
  const network = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`);
  return [`http://127.0.0.1:${port}`, ...network];
}
