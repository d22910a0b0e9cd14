import 'server-only';
import type { Kind } from './kind';
import { acknowledgmentNumber } from './kinds/acknowledgment-number';
import { challengeAcks } from './kinds/challenge-acks';
import { connectionRate } from './kinds/connection-rate';
import { dataArrives } from './kinds/data-arrives';
import { endOfLastAck } from './kinds/end-of-last-ack';
import { endOfTimeWait } from './kinds/end-of-time-wait';
import { entriesInTheLongRun } from './kinds/entries-in-the-long-run';
import { entryOnLinux } from './kinds/entry-on-linux';
import { faultInATrace } from './kinds/fault-in-a-trace';
import { finNumber } from './kinds/fin-number';
import { firstTimeout } from './kinds/first-timeout';
import { isnAfterReopening } from './kinds/isn-after-reopening';
import { leastMsl } from './kinds/least-msl';
import { memoryOfEntries } from './kinds/memory-of-entries';
import { newOctets } from './kinds/new-octets';
import { numberOfTheReset } from './kinds/number-of-the-reset';
import { orderOfAClose } from './kinds/order-of-a-close';
import { orderOfSegments } from './kinds/order-of-segments';
import { orphanInFinWait2 } from './kinds/orphan-in-fin-wait-2';
import { pawsVerdict } from './kinds/paws-verdict';
import { portTakenOver } from './kinds/port-taken-over';
import { portsLeft } from './kinds/ports-left';
import { resetArrives } from './kinds/reset-arrives';
import { restartedClock } from './kinds/restarted-clock';
import { retransmissionMoment } from './kinds/retransmission-moment';
import { retransmissionsSoFar } from './kinds/retransmissions-so-far';
import { segmentsOfAClose } from './kinds/segments-of-a-close';
import { simultaneousState } from './kinds/simultaneous-state';
import { ssAfterAWhile } from './kinds/ss-after-a-while';
import { ssClosedFirst } from './kinds/ss-closed-first';
import { ssNeedsClose } from './kinds/ss-needs-close';
import { stateOfCloser } from './kinds/state-of-closer';
import { stateOfFollower } from './kinds/state-of-follower';
import { synArrives } from './kinds/syn-arrives';
import { synIntoTimeWait } from './kinds/syn-into-time-wait';
import { timeToExhaustion } from './kinds/time-to-exhaustion';
import { timeoutAfterLosses } from './kinds/timeout-after-losses';
import { whatACallReturns } from './kinds/what-a-call-returns';
import { whatCloseSends } from './kinds/what-close-sends';
import { whoMaySend } from './kinds/who-may-send';
import { whoWaits } from './kinds/who-waits';
import { wrapTime } from './kinds/wrap-time';

/** Every kind of generated question, in the order in which they are offered. */
export const KINDS: readonly Kind[] = [
  stateOfCloser,
  stateOfFollower,
  simultaneousState,
  whoMaySend,
  finNumber,
  acknowledgmentNumber,
  segmentsOfAClose,
  orderOfAClose,
  whoWaits,
  endOfTimeWait,
  restartedClock,
  leastMsl,
  entryOnLinux,
  synIntoTimeWait,
  synArrives,
  challengeAcks,
  numberOfTheReset,
  firstTimeout,
  timeoutAfterLosses,
  retransmissionMoment,
  retransmissionsSoFar,
  endOfLastAck,
  dataArrives,
  newOctets,
  resetArrives,
  pawsVerdict,
  isnAfterReopening,
  wrapTime,
  whatCloseSends,
  whatACallReturns,
  orphanInFinWait2,
  portTakenOver,
  portsLeft,
  connectionRate,
  timeToExhaustion,
  entriesInTheLongRun,
  memoryOfEntries,
  ssClosedFirst,
  ssNeedsClose,
  ssAfterAWhile,
  orderOfSegments,
  faultInATrace,
];
