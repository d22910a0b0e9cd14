/** content/<locale>/words/explorer.json */
export interface ExplorerWords {
  readonly title: string;
  readonly form: string;
  readonly ask: string;
  readonly asks: Readonly<Record<'old-octets' | 'passive-end', string>>;
  readonly timeWait: string;
  readonly msl: string;
  readonly faults: string;
  readonly seconds: string;
  readonly secondsMsl: string;
  readonly assumptions: string;
  readonly lastAckMayBeLost: string;
  readonly resetsEnd: string;
  readonly start: string;
  readonly stop: string;
  readonly trying: string;
  readonly progress: string;
  readonly stopped: string;
  readonly failed: string;
  readonly holds: Readonly<Record<'old-octets' | 'passive-end', string>>;
  readonly fails: Readonly<Record<'old-octets' | 'passive-end', string>>;
  readonly smallestOne: string;
  readonly smallest: string;
  readonly bounds: string;
  readonly changed: string;
  readonly open: string;
  readonly withoutScript: string;
}
