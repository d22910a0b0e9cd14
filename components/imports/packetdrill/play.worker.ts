import { traceScript } from '@/engine/formats/packetdrill/trace-script';
import type { Played, ToPlay } from './play-message';

self.addEventListener('message', ({ data }: MessageEvent<ToPlay>) => {
  const { text, stack, files } = data;
  // A script names its files by their path from itself; whoever opens them here gives all of them in one place.
  const played: Played = traceScript(text, stack, (path) => files[path.split('/').at(-1) ?? ''] ?? null);
  self.postMessage(played);
});
