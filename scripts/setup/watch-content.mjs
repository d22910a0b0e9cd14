import { existsSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './root.mjs';

const FILE = path.join(ROOT, '.env.development.local');
const LINE = /^CONTENT_EDITION=.*\n?/m;

/**
 * `next dev` knows nothing of content/, which pages read as files. But it does follow its .env files, and draws every
 * open page anew, in place, when one of them changes: so each change of the content is noted in one of them.
 */
export function watchContent() {
  let pending;
  const note = () => {
    clearTimeout(pending);
    pending = setTimeout(() => write(`CONTENT_EDITION=${Date.now()}\n`), 100);
  };
  watch(path.join(ROOT, 'content'), { recursive: true }, note);
  process.once('exit', () => write(''));
}

/** Whatever else stands in the file is the author's own, and stays. */
function write(line) {
  const others = existsSync(FILE) ? readFileSync(FILE, 'utf8').replace(LINE, '') : '';
  if (others + line === '') rmSync(FILE, { force: true });
  else writeFileSync(FILE, others + line);
}
