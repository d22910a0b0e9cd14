import { cpSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const LEFT_OUT = /^(\.git|\.next.*|node_modules|data|test-results|e2e|docs)$/;

const COPY = { recursive: true, verbatimSymlinks: true } as const;

/**
 * A copy of the book that can be changed and built by itself. Packages are linked file by file: the bundler refuses
 * folders that lead out of its root.
 */
export function copyBook(root: string, target: string): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(root)) {
    if (!LEFT_OUT.test(name)) cpSync(path.join(root, name), path.join(target, name), COPY);
  }
  linkFolder(path.join(root, 'node_modules'), path.join(target, 'node_modules'));
}

function linkFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isFile()) linkSync(source, target);
    else cpSync(source, target, { verbatimSymlinks: true });
  }
}
