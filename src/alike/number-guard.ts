import { compatible, type Measure, measuresOf } from '../quantities.ts';
import type { Guard } from './guard.ts';

export const numberGuard: Guard = {
  name: 'number',
  because:
    'Two figures of one unit that neither rounding nor "about" explains are of two things more often than not, and else the reports differ. Either way the one report does not state the figure of the other.',
  effect: 'uncounted',
  ofValue: true,
  against: (a, b) => {
    const [left, right] = [measuresOf(a), measuresOf(b)];
    const clash = left.find(
      (measure) => alike(measure, right).length > 0 && !agrees(measure.unit, left, right),
    );
    const other = clash && alike(clash, right)[0];
    return other && [clash.quantity.text, other.quantity.text];
  },
};

const alike = ({ unit }: Measure, others: readonly Measure[]) =>
  others.filter((other) => other.unit === unit);

/** Whether one figure of a unit is in both: then the others are of further things. */
const agrees = (unit: string, left: readonly Measure[], right: readonly Measure[]) =>
  left.some(
    (one) => one.unit === unit && alike(one, right).some((other) => compatible(one, other)),
  );
