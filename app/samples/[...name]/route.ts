import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CAPTURE_EXAMPLES } from '@/components/imports/capture/examples';
import { SCRIPT_EXAMPLES, SCRIPT_FILES } from '@/components/imports/packetdrill/examples';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** Where each lies in the repository, by its address. */
const SAMPLES: ReadonlyMap<string, string> = new Map([
  ...CAPTURE_EXAMPLES.map(({ file }) => [`captures/${file}`, `engine/formats/fixtures/${file}`] as const),
  ...[...SCRIPT_EXAMPLES.map(({ file }) => file), ...SCRIPT_FILES].map(
    (file) => [`packetdrill/${file}`, `fixtures/packetdrill/${file}`] as const,
  ),
]);

export function generateStaticParams() {
  return [...SAMPLES.keys()].map((name) => ({ name: name.split('/') }));
}

/** What there is to try on the pages that open files; read when the book is built. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string[] }> }): Promise<Response> {
  const file = SAMPLES.get((await params).name.join('/'));
  if (file === undefined) return new Response(null, { status: 404 });
  const octets = await readFile(path.join(process.cwd(), file));
  return new Response(new Uint8Array(octets), { headers: { 'Content-Type': 'application/octet-stream' } });
}
