import { certainDay } from '../certain-dates.ts';
import { eventDays } from '../event-days.ts';
import type { Claim } from '../types.ts';
import type { Guard } from './guard.ts';

export const dayGuard: Guard = {
  name: 'day',
  because:
    'What happened on two days is two things or a difference, about as often the one as the other. Compared are the days themselves, so that "Tuesday" and "12 March" may be one.',
  effect: 'uncounted',
  ofValue: true,
  against: (a, b) => {
    const [[left, ...more], [right, ...others]] = [eventDays(a), eventDays(b)];
    const clash = left && right && left !== right && more.length + others.length === 0;
    return clash ? [wordsFor(a, left), wordsFor(b, right)] : undefined;
  },
};

const wordsFor = ({ times }: Claim, day: string): string =>
  times.find((time) => certainDay(time) === day)?.text ?? day;
