/** One rule of the protocol, as the "why" panel, the links and the tests name it. The table grows with the engine. */
export interface Rule {
  /** Where it stands, e.g. 'RFC 9293'. */
  readonly rfc: string;
  /** e.g. '3.10.7.4'. */
  readonly section: string;
  /** The Linux function that does the same, e.g. 'tcp_validate_incoming'. */
  readonly kernelFunction?: string;
}

export const RULES = {
  'time-wait/2msl-expires': { rfc: 'RFC 9293', section: '3.10.8', kernelFunction: 'tw_timer_handler' },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;
