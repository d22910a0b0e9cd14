import type { Profile } from '../tcp/profile';

/** Settings of a Linux kernel by their own names. What is absent is as the profile has it. */
export interface Sysctls {
  /** 1 = a RST that hits TIME_WAIT is ignored. */
  readonly tcp_rfc1337?: number;
}

/** The profile of a host whose administrator has set these. */
export function withSysctls(profile: Profile, sysctls: Sysctls): Profile {
  const { timeWait } = profile;
  const { tcp_rfc1337: ignoresReset } = sysctls;
  return {
    ...profile,
    timeWait: { ...timeWait, resetEnds: ignoresReset === undefined ? timeWait.resetEnds : ignoresReset === 0 },
  };
}
