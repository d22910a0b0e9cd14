import { PROFILES, type ProfileName } from '../../../tcp/profile';
import { mssOf, type Stack } from '../host-settings';

/** A host that follows an RFC and has nothing to set: every name of both suites is taken and changes nothing but what RFCs offer as a choice. */
export function rfcStack(name: ProfileName): Stack {
  return {
    defines: ['STANDARD'],
    unconnectedWrite: 'ENOTCONN',
    sysctls: {},
    inert: { '': /./ },
    settingsOf(_sysctls, mtu) {
      const profile = PROFILES[name];
      const capacity = 65_535;
      return {
        profile: { ...profile, mss: Math.min(profile.mss, mssOf(mtu)) },
        ...{ optionLayout: 'linux', sack: false, windowShift: null, plainSynAfter: null },
        ...{ receiveBuffer: capacity, capacity, sendBuffer: capacity, bufferFactor: 1 },
      };
    },
  };
}
