import { isBounded, patterns, show } from '../regexps.ts';
import { slowestGrowth } from './attacks.ts';

/**
 * Match every pattern against texts made from itself, and tell those that take more than linear time.
 *
 *     npx tsx tests/bench/regexps.ts
 */

/** Exponents between linear and quadratic time; what is nearer to quadratic is slow. */
const MOST = 1.7;

/** What is slow is so each time; what a busy machine held up is not. */
const TRIALS = 3;

const all = (await patterns()).filter((each) => !isBounded(each));
let slow = all;
for (let trial = 0; trial < TRIALS; trial++) {
  slow = slow.filter((each) => slowestGrowth(each) > MOST);
}
for (const each of slow) console.log(show(each));
console.log(`${slow.length} of ${all.length} patterns take more than linear time`);
process.exitCode = slow.length > 0 ? 1 : 0;
