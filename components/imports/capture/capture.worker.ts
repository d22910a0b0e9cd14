import type { FromWorker, ToWorker } from './capture-message';
import { type OpenedCapture, openCapture, refusalOfSize, walkCapture } from './opened-capture';

let opened: OpenedCapture | null = null;

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'open') void open(data.file);
  else if (opened !== null) tell({ type: 'walked', ...walkCapture(opened, data.id, data.at, data.from) });
});

async function open(file: File): Promise<void> {
  const tooLarge = refusalOfSize(file.size);
  if (tooLarge !== null) {
    tell({ type: 'refused', ...tooLarge });
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    tell({ type: 'refused', problem: 'unreadable', atByte: 0, packets: 0, what: null });
    return;
  }
  const steps = openCapture(file.name, bytes);
  for (;;) {
    const step = steps.next();
    if (step.done !== true) {
      tell(step.value);
      continue;
    }
    opened = step.value.opened;
    tell(step.value.answer);
    return;
  }
}

function tell(message: FromWorker): void {
  self.postMessage(message);
}
