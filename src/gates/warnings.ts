import { messageFinding } from '../findings.ts';
import type { Gate } from './gate.ts';

/** Warnings of the build, whatever their rule. Notes are none. */
export const warnings: Gate = {
  name: 'warnings',
  finds: 'any warning of the build',
  exit: 'gate-warnings',
  check({ messages, made }) {
    const found = messages.filter(({ fatal }) => fatal === false).map(messageFinding);
    return found.length === 0 && made === null ? 'no-briefing' : found;
  },
};
