import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

/**
 * Runs one of Node's programs in the book's folder and waits for its end. `quiet` keeps what it prints, for use when
 * it fails; else it is shown as it comes.
 */
export function run(args, { env = {}, quiet = false, command = process.execPath } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }));
  });
}
