import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { Evidence } from '@/model/evidence';
import { runCommand } from './run-command';

type Folders = NonNullable<Evidence['packetdrill']>['folders'];

/** The folders of the two public suites that are about the life of a connection. */
const SUITES = {
  freebsd: {
    suite: 'freebsd-net/tcp-testsuite',
    profile: 'freebsd',
    folders: ['state-event-engine', 'snd-syn'],
  },
  google: {
    suite: 'google/packetdrill',
    profile: 'linux',
    folders: ['close', 'shutdown', 'ts_recent', 'validate', 'user_timeout', 'blocking', 'nagle'].map(
      (name) => `gtests/net/tcp/${name}`,
    ),
  },
} as const;

const counts = { scripts: z.number(), passed: z.number(), failed: z.number(), skipped: z.number() };
const summary = z.object(counts);

/** Plays the suites, each from the folder where it was cloned, folder by folder. */
export function collectPacketdrill(places: Readonly<Record<keyof typeof SUITES, string>>): { folders: Folders } {
  return { folders: [...played('freebsd', places.freebsd), ...played('google', places.google)] };
}

function played(name: keyof typeof SUITES, place: string): Folders {
  const { suite, profile, folders } = SUITES[name];
  const work = mkdtempSync(path.join(tmpdir(), '2msl-packetdrill-'));
  const file = path.join(work, 'figures.json');
  try {
    return folders.map((folder) => {
      const args = ['--profile', profile, '--json', file, path.join(place, folder)];
      runCommand('npm', ['run', '--silent', 'packetdrill', '--', ...args]);
      const figures = summary.parse(JSON.parse(readFileSync(file, 'utf8')));
      rmSync(file);
      return { suite, folder: path.basename(folder), profile, ...figures };
    });
  } finally {
    rmSync(work, { recursive: true });
  }
}
