import { readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What a chapter's simulator loads: every file of these, with the profiles rfc793, rfc9293 and linux. */
const FOLDERS = ['engine/tcp', 'engine/network', 'engine/simulation'];

/** Octets of it, minified and gzipped. Every export is kept, so that no chapter can load more. */
export async function bundleSize(): Promise<number> {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => path.posix.join(folder, file.split(path.sep).join('/'))),
  );
  const contents = files.map((file, index) => `export * as m${index} from './${file}';`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles.reduce((sum, { contents: octets }) => sum + gzipSync(octets, { level: 9 }).length, 0);
}
