import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const kernelFunctionsFile = z.record(z.string(), z.string().regex(/^(net|include)\/.+\.[ch]$/));

/** Kernel function → its file in the sources of Linux 6.18. */
export async function loadKernelFunctions(): Promise<Readonly<Record<string, string>>> {
  const source = await readFile(path.join(process.cwd(), 'content', 'kernel-functions.json'), 'utf8');
  return kernelFunctionsFile.parse(JSON.parse(source));
}
