/** Something seen at one end of a connection, or on its way there; only what bears on its state. */
export type EndEvent = {
  readonly atMs: number;
  /** Index among the segments of the capture. */
  readonly segment: number;
} & (
  | { readonly type: 'sent-syn'; readonly isNew: boolean }
  | ({ readonly type: 'sent-syn-ack' } & Sending)
  | ({ readonly type: 'sent'; readonly hasText: boolean; readonly isFirstAck: boolean } & Sending)
  | ({ readonly type: 'sent-fin'; readonly isNew: boolean } & Sending)
  | { readonly type: 'sent-reset'; readonly isForeign: boolean }
  /** It opened the next connection of this four-tuple. */
  | { readonly type: 'replaced' }
  | ({
      readonly type: 'received';
      readonly isCertain: boolean;
      /** It seems not to have arrived. */
      readonly isDoubtful: boolean;
      /** It brings nothing that had not passed before; some stacks read its acknowledgment all the same. */
      readonly isOld: boolean;
    } & Effect)
  | {
      readonly type: 'received-reset';
      readonly isExact: boolean;
      readonly isInWindow: boolean;
      readonly acksSyn: boolean;
      readonly isCertain: boolean;
    }
  /** What arrived was answered with a reset as of one that has no connection. */
  | { readonly type: 'met-nobody'; readonly acksSyn: boolean }
);

/** What the arrival of a segment, or of all so far, can do to a state. */
export interface Effect {
  readonly acksSyn: boolean;
  readonly acksFin: boolean;
  readonly isSynAck: boolean;
  /** With it the peer's FIN and all before it have passed. */
  readonly completesFin: boolean;
}

/** What has passed towards an end and may reach it at any time. */
export interface UnderWay extends Effect {
  readonly reset: boolean;
}

interface Sending {
  /** Null: no FIN of the peer's has been seen. */
  readonly acksPeersFin: boolean | null;
  readonly isStartKnown: boolean;
  /** Something that this end sent before is missing; it may have been its FIN. Never where it was watched. */
  readonly isBehindHole: boolean;
  /** What has passed towards this end so far and may reach it only now, since nobody watched there; null where receptions were seen. */
  readonly underWay: UnderWay | null;
}
