import 'server-only';
import { Refusal } from '@/model/problem';

const BODY_LIMIT_KIB = 64;
const LIMIT = BODY_LIMIT_KIB * 1024;

/** The body of a request as JSON, not yet checked. Stops reading as soon as it is too long, whatever its length claims. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refusal('not-json');
  if (Number(request.headers.get('content-length') ?? 0) > LIMIT) throw tooLarge();
  const bytes = await readBytes(request);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new Refusal('malformed-json', { cause });
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.byteLength;
    if (length > LIMIT) {
      // Not awaited: a sender that never ends must not hold the answer up.
      reader?.cancel().catch(() => {});
      throw tooLarge();
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): Refusal {
  return new Refusal('body-too-large', { values: { limitKib: BODY_LIMIT_KIB }, headers: { Connection: 'close' } });
}
