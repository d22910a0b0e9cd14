import type { ProfileName } from '../../tcp/profile';
import type { Stack } from './host-settings';
import { FREEBSD } from './stacks/freebsd';
import { LINUX } from './stacks/linux';
import { rfcStack } from './stacks/rfc';

export type StackName = ProfileName | 'freebsd';

export const STACKS: Readonly<Record<StackName, Stack>> = {
  linux: LINUX,
  freebsd: FREEBSD,
  rfc9293: rfcStack('rfc9293'),
  rfc793: rfcStack('rfc793'),
};
