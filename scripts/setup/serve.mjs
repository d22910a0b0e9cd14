import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { ROOT } from './root.mjs';

/**
 * Starts `next <mode>` as a child of its own (not by npx, whose child would outlive it), passes signals on to it and
 * ends when it ends. `onReady` is called at its first answer.
 */
export function serve(mode, { host, port }, { env = {}, onReady }) {
  const child = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', mode, '--hostname', host, '--port', String(port)],
    {
      cwd: ROOT,
      // Next's banner names addresses too; ours comes when it really answers.
      stdio: ['ignore', mode === 'dev' ? 'inherit' : 'ignore', 'inherit'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  endWithNpm(() => child.kill('SIGTERM'));
  child.once('error', (error) => {
    process.stderr.write(`2MSL: the server could not be started: ${error.message}\n`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
  untilAnswered(host, port, onReady);
}

function untilAnswered(host, port, onReady) {
  const asked = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  const again = () => setTimeout(() => untilAnswered(host, port, onReady), 100);
  const request = get({ host: asked, port, path: '/en', timeout: 30_000 }, (response) => {
    response.resume();
    onReady();
  });
  request.once('error', again);
}

/** npm passes signals on to a shell, which dies of them and tells nobody: so its death is the signal. */
function endWithNpm(end) {
  const shell = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== shell && end(), 250).unref();
}
