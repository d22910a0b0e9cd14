import { describe, expect, it } from 'vitest';
import { clientId as schema } from '@/model/attempt';
import { clientId, uuidFrom } from './id';

describe('a client-made id', () => {
  it('is a version 4 UUID whatever the random octets are', () => {
    expect(uuidFrom(new Uint8Array(16).fill(0xff))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
    expect(uuidFrom(new Uint8Array(16))).toBe('00000000-0000-4000-8000-000000000000');
    expect(uuidFrom(Uint8Array.from({ length: 16 }, (_, i) => i))).toBe('00010203-0405-4607-8809-0a0b0c0d0e0f');
  });

  it('is accepted by the schema of the API, and is another one each time', () => {
    const ids = Array.from({ length: 200 }, clientId);
    for (const id of ids) expect(schema.safeParse(id).success).toBe(true);
    expect(new Set(ids).size).toBe(200);
  });
});
