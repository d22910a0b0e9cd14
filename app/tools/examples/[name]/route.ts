import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { EXAMPLES } from '@/components/tools/ss/examples';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return EXAMPLES.map(({ file }) => ({ name: file }));
}

/** What a real server said, as it was recorded; read when the book is built. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params;
  const text = await readFile(path.join(process.cwd(), 'fixtures', 'server-outputs', path.basename(name)), 'utf8');
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
