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
  // The state CLOSED
  'closed/rst-discarded': { rfc: 'RFC 9293', section: '3.10.7.1' },
  'closed/reset-with-ack': { rfc: 'RFC 9293', section: '3.10.7.1', kernelFunction: 'tcp_v4_send_reset' },
  'closed/reset-without-ack': { rfc: 'RFC 9293', section: '3.10.7.1', kernelFunction: 'tcp_v4_send_reset' },
  'closed/ignored': { rfc: 'FreeBSD 14', section: 'tcp_input.c' },
  'syn/fin-dropped': { rfc: 'FreeBSD 14', section: 'tcp_input.c', kernelFunction: 'tcp_rcv_state_process' },
  // LISTEN
  'listen/rst-ignored': { rfc: 'RFC 9293', section: '3.10.7.2', kernelFunction: 'tcp_rcv_state_process' },
  'listen/ack-reset': { rfc: 'RFC 9293', section: '3.10.7.2', kernelFunction: 'tcp_rcv_state_process' },
  'listen/syn-received': { rfc: 'RFC 9293', section: '3.10.7.2', kernelFunction: 'tcp_conn_request' },
  'listen/recycle-dropped': { rfc: 'Linux 4.11', section: 'tcp_metrics.c' },
  'listen/other-dropped': { rfc: 'RFC 9293', section: '3.10.7.2', kernelFunction: 'tcp_rcv_state_process' },
  // SYN_SENT
  'syn-sent/bad-ack-reset': { rfc: 'RFC 9293', section: '3.10.7.3', kernelFunction: 'tcp_rcv_synsent_state_process' },
  'syn-sent/bad-ack-rst-dropped': {
    rfc: 'RFC 9293',
    section: '3.10.7.3',
    kernelFunction: 'tcp_rcv_synsent_state_process',
  },
  'syn-sent/quick-retry': {
    rfc: 'Linux 6.18',
    section: 'tcp_input.c',
    kernelFunction: 'tcp_rcv_synsent_state_process',
  },
  'syn-sent/refused': { rfc: 'RFC 9293', section: '3.10.7.3', kernelFunction: 'tcp_reset' },
  'syn-sent/rst-without-ack-dropped': {
    rfc: 'RFC 9293',
    section: '3.10.7.3',
    kernelFunction: 'tcp_rcv_synsent_state_process',
  },
  'syn-sent/established': { rfc: 'RFC 9293', section: '3.10.7.3', kernelFunction: 'tcp_rcv_synsent_state_process' },
  'syn-sent/simultaneous-open': { rfc: 'RFC 9293', section: '3.5', kernelFunction: 'tcp_rcv_synsent_state_process' },
  'syn-sent/other-dropped': { rfc: 'RFC 9293', section: '3.10.7.3', kernelFunction: 'tcp_rcv_synsent_state_process' },
  // First check: sequence number and timestamp
  'sequence/acceptable': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_sequence' },
  'sequence/not-acceptable': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_validate_incoming' },
  'sequence/repeat-read': { rfc: 'Linux 6.18', section: 'tcp_input.c', kernelFunction: 'tcp_sequence' },
  'sequence/reset-dropped': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_validate_incoming' },
  'paws/old-timestamp': { rfc: 'RFC 7323', section: '5.3', kernelFunction: 'tcp_validate_incoming' },
  // Second check: RST
  'reset/challenged': { rfc: 'RFC 5961', section: '3.2', kernelFunction: 'tcp_validate_incoming' },
  'reset/in-window-obeyed': { rfc: 'RFC 793', section: '3.9' },
  'reset/at-fin-obeyed': { rfc: 'Linux 6.18', section: 'tcp_input.c', kernelFunction: 'tcp_reset_check' },
  'reset/connection-reset': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_reset' },
  'reset/closing-deleted': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_reset' },
  'syn-received/refused': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_reset' },
  'syn-received/reset-to-listen': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_check_req' },
  // Fourth check: SYN
  'syn/challenged': { rfc: 'RFC 5961', section: '4.2', kernelFunction: 'tcp_validate_incoming' },
  'syn/reset-in-window': { rfc: 'RFC 793', section: '3.9' },
  'syn-received/syn-to-listen': { rfc: 'RFC 9293', section: '3.10.7.4' },
  'syn-received/syn-repeated': { rfc: 'Linux 6.18', section: 'tcp_minisocks.c', kernelFunction: 'tcp_check_req' },
  'syn-received/crossed-syn-ack': { rfc: 'RFC 9293', section: '3.5', kernelFunction: 'tcp_validate_incoming' },
  // Fifth check: ACK
  'ack/missing': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_rcv_state_process' },
  'ack/beyond-sent': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_ack' },
  'ack/ancient': { rfc: 'RFC 5961', section: '5.2', kernelFunction: 'tcp_ack' },
  'ack/advances': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_clean_rtx_queue' },
  'ack/nothing-new': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_ack' },
  'syn-received/established': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_rcv_state_process' },
  'syn-received/bad-ack-reset': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_check_req' },
  'fin-wait-1/fin-acknowledged': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_rcv_state_process' },
  'closing/fin-acknowledged': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_time_wait' },
  'closing/waits-for-ack': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_rcv_state_process' },
  'last-ack/fin-acknowledged': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_rcv_state_process' },
  // Seventh: the text
  'text/in-order': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_data_queue' },
  'text/out-of-order-held': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_data_queue_ofo' },
  'text/hole-filled': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_ofo_queue' },
  'text/after-fin-ignored': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_rcv_state_process' },
  'close/late-data-reset': { rfc: 'RFC 9293', section: '3.6.1', kernelFunction: 'tcp_rcv_state_process' },
  // Eighth: the FIN
  'established/fin-received': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_fin' },
  'fin-wait-1/fin-received': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_fin' },
  'fin-wait-2/fin-received': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_fin' },
  'fin/behind-a-hole': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_data_queue_ofo' },
  // When acknowledgments leave
  'ack/piggybacked': { rfc: 'RFC 9293', section: '3.10.7.4' },
  'ack/alone': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_send_ack' },
  'ack/quick': { rfc: 'Linux 6.18', section: 'tcp_input.c', kernelFunction: 'tcp_enter_quickack_mode' },
  'ack/second': { rfc: 'RFC 9293', section: '3.8.6.3' },
  'ack/delayed': { rfc: 'RFC 9293', section: '3.8.6.3', kernelFunction: 'tcp_send_delayed_ack' },
  'ack/delayed-sent': { rfc: 'RFC 9293', section: '3.8.6.3', kernelFunction: 'tcp_delack_timer_handler' },
  'ack/throttled': { rfc: 'RFC 5961', section: '7', kernelFunction: 'tcp_oow_rate_limited' },
  // TIME_WAIT
  'time-wait/fin-retransmitted': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_timewait_state_process' },
  'time-wait/2msl-expires': { rfc: 'RFC 9293', section: '3.10.8', kernelFunction: 'tw_timer_handler' },
  'time-wait/no-room': { rfc: 'Linux 6.18', section: 'tcp_minisocks.c', kernelFunction: 'tcp_time_wait' },
  'time-wait/ack-ignored': { rfc: 'RFC 9293', section: '3.10.7.4' },
  'time-wait/ack-restarts': {
    rfc: 'Linux 6.18',
    section: 'tcp_minisocks.c',
    kernelFunction: 'tcp_timewait_state_process',
  },
  'time-wait/anything-restarts': {
    rfc: 'Linux 6.18',
    section: 'tcp_minisocks.c',
    kernelFunction: 'tcp_timewait_state_process',
  },
  'time-wait/syn-challenged': { rfc: 'RFC 5961', section: '4.2', kernelFunction: 'tcp_timewait_state_process' },
  'time-wait/reopened-by-sequence': {
    rfc: 'RFC 1122',
    section: '4.2.2.13',
    kernelFunction: 'tcp_timewait_state_process',
  },
  'time-wait/reopened-by-timestamp': { rfc: 'RFC 6191', section: '2', kernelFunction: 'tcp_timewait_state_process' },
  'time-wait/reset': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_timewait_state_process' },
  'time-wait/reset-ignored': { rfc: 'RFC 1337', section: '3', kernelFunction: 'tcp_timewait_state_process' },
  'time-wait/answered': { rfc: 'FreeBSD 14', section: 'tcp_timewait.c' },
  'time-wait/reset-not-exact': {
    rfc: 'Linux 6.18',
    section: 'tcp_minisocks.c',
    kernelFunction: 'tcp_timewait_state_process',
  },
  // Calls
  'open/passive': { rfc: 'RFC 9293', section: '3.10.1', kernelFunction: 'inet_csk_listen_start' },
  'open/active': { rfc: 'RFC 9293', section: '3.10.1', kernelFunction: 'tcp_connect' },
  'open/already-exists': { rfc: 'RFC 9293', section: '3.10.1' },
  'open/time-wait-holds-pair': { rfc: 'RFC 9293', section: '3.10.1', kernelFunction: '__inet_check_established' },
  'open/reuses-time-wait': { rfc: 'Linux 6.18', section: 'tcp_ipv4.c', kernelFunction: 'tcp_twsk_unique' },
  'open/no-free-port': { rfc: 'RFC 9293', section: '3.10.1', kernelFunction: '__inet_hash_connect' },
  'send/data-sent': { rfc: 'RFC 9293', section: '3.10.2', kernelFunction: 'tcp_write_xmit' },
  'send/window-full': { rfc: 'RFC 9293', section: '3.10.2', kernelFunction: 'tcp_snd_wnd_test' },
  'send/congestion-window-full': { rfc: 'RFC 5681', section: '3.1', kernelFunction: 'tcp_cwnd_test' },
  'send/nagle-waits': { rfc: 'RFC 9293', section: '3.7.4', kernelFunction: 'tcp_nagle_test' },
  'send/opens-actively': { rfc: 'RFC 9293', section: '3.10.2' },
  'send/queued-until-established': { rfc: 'RFC 9293', section: '3.10.2', kernelFunction: 'tcp_sendmsg_locked' },
  'receive/delivered': { rfc: 'RFC 9293', section: '3.10.3', kernelFunction: 'tcp_recvmsg_locked' },
  'receive/nothing': { rfc: 'RFC 9293', section: '3.10.3', kernelFunction: 'tcp_recvmsg_locked' },
  'receive/end-of-stream': { rfc: 'RFC 9293', section: '3.10.3', kernelFunction: 'tcp_recvmsg_locked' },
  'receive/waits': { rfc: 'RFC 9293', section: '3.10.3' },
  'close/fin-wait-1': { rfc: 'RFC 9293', section: '3.10.4', kernelFunction: 'tcp_close_state' },
  'close/last-ack': { rfc: 'RFC 9293', section: '3.10.4', kernelFunction: 'tcp_close_state' },
  'close/fin-sent': { rfc: 'RFC 9293', section: '3.10.4', kernelFunction: 'tcp_send_fin' },
  'close/queued-until-established': { rfc: 'RFC 9293', section: '3.10.4' },
  'close/syn-sent-deleted': { rfc: 'RFC 9293', section: '3.10.4', kernelFunction: 'tcp_close_state' },
  'close/listener-deleted': { rfc: 'RFC 9293', section: '3.10.4', kernelFunction: 'inet_csk_listen_stop' },
  'close/unread-data-reset': { rfc: 'RFC 9293', section: '3.6.1', kernelFunction: '__tcp_close' },
  'abort/reset-sent': { rfc: 'RFC 9293', section: '3.10.5', kernelFunction: 'tcp_send_active_reset' },
  'abort/deleted': { rfc: 'RFC 9293', section: '3.10.5', kernelFunction: 'tcp_disconnect' },
  'call/closing': { rfc: 'RFC 9293', section: '3.10' },
  'call/remote-unspecified': { rfc: 'RFC 9293', section: '3.10' },
  'call/no-connection': { rfc: 'RFC 9293', section: '3.10' },
  // Timers
  'retransmission/timeout': { rfc: 'RFC 6298', section: '5', kernelFunction: 'tcp_retransmit_timer' },
  'retransmission/tail-probe': { rfc: 'RFC 8985', section: '7.3', kernelFunction: 'tcp_send_loss_probe' },
  'retransmission/next-lost': { rfc: 'RFC 5681', section: '3.1', kernelFunction: 'tcp_xmit_retransmit_queue' },
  'retransmission/after-lost-syn': { rfc: 'RFC 6298', section: '5', kernelFunction: 'tcp_init_metrics' },
  'retransmission/given-up': { rfc: 'RFC 9293', section: '3.8.3', kernelFunction: 'tcp_write_timeout' },
  'user-timeout/aborted': { rfc: 'RFC 9293', section: '3.10.8' },
  'fin-wait-2/orphan-reset': {
    rfc: 'Linux 6.18',
    section: 'tcp_minisocks.c',
    kernelFunction: 'tcp_timewait_state_process',
  },
  'fin-wait-2/orphan-ignores': {
    rfc: 'Linux 6.18',
    section: 'tcp_minisocks.c',
    kernelFunction: 'tcp_timewait_state_process',
  },
  'fin-wait-2/orphan-expires': { rfc: 'Linux 6.18', section: 'tcp_timer.c', kernelFunction: 'tcp_keepalive_timer' },
  // Windows
  'window/zero': { rfc: 'RFC 9293', section: '3.8.6.1', kernelFunction: 'tcp_check_probe_timer' },
  'window/opened': { rfc: 'RFC 9293', section: '3.8.6.1', kernelFunction: 'tcp_ack_probe' },
  'window/shut': { rfc: 'RFC 9293', section: '3.10.7.4', kernelFunction: 'tcp_data_queue' },
  'window/probed': { rfc: 'RFC 9293', section: '3.8.6.1', kernelFunction: 'tcp_send_probe0' },
  'window/update-sent': { rfc: 'RFC 9293', section: '3.8.6.2.2', kernelFunction: 'tcp_cleanup_rbuf' },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;
