import { analyse } from 'scslre';

/** A pattern as it is written. */
interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/**
 * Find how the time to match grows with the length of a text, for the slowest of the texts that
 * the pattern itself suggests: each repeats what a repeated part of it matches, behind what stands
 * before that part, and ends in what nothing matches.
 *
 * @returns The exponent: about 1 where time is linear, 2 where it is quadratic.
 */
export function slowestGrowth({ source, flags }: Pattern): number {
  const { pattern } = analyse({ source, flags }).parsed;
  const attacks = [...new Set(attacksIn(pattern, '', flags).map((each) => JSON.stringify(each)))];
  return Math.max(1, ...attacks.map((attack) => growth({ source, flags }, JSON.parse(attack))));
}

// ---------------------------------------------------------------------------------------------
// Texts

/** A text to match: what it begins with, and what it repeats. */
interface Attack {
  readonly prefix: string;
  readonly pump: string;
}

/** What is needed of a node of the tree that scslre parses a pattern to. */
interface Node {
  readonly type: string;
  readonly raw: string;
  readonly alternatives?: readonly Node[];
  readonly elements?: readonly Node[];
  readonly element?: Node;
  readonly min?: number;
  readonly max?: number;
}

/** A part that is repeated more often is taken for one that may be repeated without end. */
const MANY = 30;

/** What parts of patterns are tried with: characters of all the classes that the sources use. */
const PROBES = [...' aA0.,;:-\'"’“”()[]<>&/|@#é\u{301}\n\t\r\u{85}\u{ad}–—…'];

/** How many texts are tried for one part. */
const VARIANTS = 5;

function attacksIn(node: Node, prefix: string, flags: string): readonly Attack[] {
  if (node.type === 'Alternative') {
    let before = prefix;
    return (node.elements ?? []).flatMap((element) => {
      const found = attacksIn(element, before, flags);
      before += samples(element, flags)[0] ?? '';
      return found;
    });
  }
  const inner = [...(node.alternatives ?? []), ...(node.element ? [node.element] : [])];
  const repeated = node.element && (node.max ?? 0) > MANY ? samples(node.element, flags) : [];
  return [
    // Repeated with what stands before it, too: where a match may begin anywhere, each one begins anew.
    ...repeated.flatMap((pump) => [
      { prefix, pump },
      { prefix: '', pump: prefix + pump },
    ]),
    ...inner.flatMap((each) => attacksIn(each, prefix, flags)),
  ];
}

/** Some of the texts that a part of a pattern matches. */
function samples(node: Node, flags: string): readonly string[] {
  if (node.type === 'Assertion' || node.type === 'Backreference') return [''];
  if (node.type === 'Alternative') {
    const parts = (node.elements ?? []).map((element) => samples(element, flags));
    return Array.from({ length: VARIANTS }, (_, at) =>
      parts.map((variants) => variants[at % variants.length] ?? '').join(''),
    );
  }
  if (node.alternatives) {
    const all = node.alternatives.map((each) => samples(each, flags));
    return Array.from({ length: VARIANTS }, (_, at) => all[at % all.length]?.[at] ?? '');
  }
  if (node.element) {
    const least = Math.max(1, node.min ?? 0);
    return samples(node.element, flags).map((each) => each.repeat(least));
  }
  if ([...node.raw].length === 1 && node.raw !== '.') return [node.raw];
  const one = new RegExp(`^${node.raw}$`, flags.replace(/[gy]/gu, ''));
  return PROBES.filter((probe) => one.test(probe)).slice(0, VARIANTS);
}

// ---------------------------------------------------------------------------------------------
// Time

/** Numbers of repetitions: in small steps first, since exponential time is long soon. */
const COUNTS = [8, 12, 18, 27, 81, 243, 729, 2187, 6561];

/** Texts that take less, in milliseconds, tell nothing; quadratic time comes to more by far. */
const TELLING = 20;

/** How many times a text is matched where it counts: the shortest time has the least noise. */
const TRIALS = 3;

/** Exponents that are measured again, on texts twice as long; greater ones need no second look. */
const DOUBTFUL = { from: 1.5, to: 3 };

function growth(pattern: Pattern, attack: Attack): number {
  const between = (fewer: number, more: number, suffix: string): number => {
    const [less, time] = [fewer, more].map((count) =>
      shortest(pattern, attack.prefix + attack.pump.repeat(count) + suffix),
    );
    // Something else held the machine up the first time.
    if (less === undefined || time === undefined || time < TELLING) return 1;
    return Math.log(time / less) / Math.log(more / fewer);
  };
  const exponents = ['', '\u{0}'].map((suffix) => {
    const text = (count: number) => attack.prefix + attack.pump.repeat(count) + suffix;
    const at = COUNTS.findIndex((count) => timeOf(pattern, text(count)) >= TELLING);
    const [fewer = 1, more = 1] = [COUNTS[Math.max(0, at - 2)], COUNTS[at]];
    const exponent = at < 0 ? 1 : between(fewer, more, suffix);
    return exponent < DOUBTFUL.from || exponent > DOUBTFUL.to
      ? exponent
      : Math.min(exponent, between(more, 2 * more, suffix));
  });
  return Math.max(...exponents);
}

const shortest = (pattern: Pattern, text: string): number =>
  Math.min(...Array.from({ length: TRIALS }, () => timeOf(pattern, text)));

function timeOf({ source, flags }: Pattern, text: string): number {
  const pattern = new RegExp(source, flags);
  const since = performance.now();
  if (pattern.global) text.replace(pattern, '');
  else pattern.exec(text);
  return performance.now() - since;
}
