import { messageFinding } from '../findings.ts';
import { exitOf } from '../messages.ts';
import type { Gate } from './gate.ts';

/** Whatever could not be proved against the files. A build would publish nothing. */
export const unverified: Gate = {
  name: 'unverified',
  finds: 'what cannot be proved against the reports',
  exit: 'gate-unverified',
  check({ messages, made }) {
    const found = messages.filter((one) => exitOf([one]) === 'unverified').map(messageFinding);
    return found.length === 0 && made === null ? 'no-briefing' : found;
  },
};
