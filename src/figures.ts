import { areOfOtherTimes, stemsAround, toldVerbAt } from './around.ts';
import { compatible, type Measure, measuresOf } from './quantities.ts';
import type { Bound, Claim, Difference, Side } from './types.ts';

/** A number of a claim with what it may be compared by. */
export interface Figure extends Measure {
  readonly claim: Claim;
  /** The verb that it belongs to, in its dictionary form. */
  readonly verb: string | undefined;
  /** Stems of the words that tell what it is of. */
  readonly around: ReadonlySet<string>;
}

/** List the figures of a claim, save those of which it has several that exclude each other. */
export function figuresOf(claim: Claim): readonly Figure[] {
  const measures = measuresOf(claim);
  const inUnit = (unit: string) => measures.filter((measure) => measure.unit === unit);
  return [...new Set(measures.map(({ unit }) => unit))].sort().flatMap((unit): Figure[] => {
    // "20 kilometres (12 miles)" are one.
    const [first, ...rest] = inUnit(unit);
    if (!first || isPartial(claim, first) || rest.some((other) => !compatible(first, other)))
      return [];
    const reach = OF_ANYTHING.test(unit) ? REACH.ofAnything : REACH.ofSome;
    const around = stemsAround(claim, first.quantity, reach);
    return [{ ...first, claim, verb: toldVerbAt(claim, first.quantity), around }];
  });
}

/** A sum over many events, or what comes on top, is another thing than what one event brought. */
const SUMMED = /\b(?:each|every|on average|per)\b/iu;
const SUMMED_UP = /\b(?:in total|a total of|altogether|combined|so far|in all)\b/iu;

/** "Three years ago": when, not how long. */
const AWAY = /^ (?:ago|earlier|later)\b/iu;

/** "A $40 watch": what one thing among others costs. */
const PRICE = /\ban? $/iu;

const isPartial = ({ exact }: Claim, { unit, quantity: { start, end } }: Measure): boolean =>
  SUMMED.test(exact.slice(Math.max(0, start - 20), end + 20)) ||
  SUMMED_UP.test(exact) ||
  AWAY.test(exact.slice(end)) ||
  (/^[A-Z]{3}$/u.test(unit) && PRICE.test(exact.slice(0, start)));

/** Whether the unit itself tells what happened to whom: "people killed". */
export const isToll = ({ unit }: Measure): boolean => unit.includes(' ');

/** Money, shares and measures are of anything: what they are of, the next words must tell. */
const OF_ANYTHING = /^(?:[A-Z]{3}|%|.{1,3}|people|person|time|vote|point|way|part|member)$/u;

/** Whether words beside its unit must tell what a figure is of, and those words alone. */
export const isOfAnything = ({ unit }: Measure): boolean =>
  unit !== 'people' && OF_ANYTHING.test(unit);

/** How many words around a figure tell what it is of, where its unit does not and where it does. */
const REACH = { ofAnything: 4, ofSome: 8 } as const;

/**
 * Whether two figures of one unit may be of the same thing: told of the same times, and either by
 * what is counted, or by the verb or the words around them.
 *
 * @param present The month of the reports.
 * @param shared So many words around them must be common where their verbs are not.
 */
export function areOfOneThing(
  a: Figure,
  b: Figure,
  { present, shared }: { readonly present: string | undefined; readonly shared: number },
): boolean {
  if (a.unit !== b.unit || areOfOtherTimes(a.claim, b.claim, present)) return false;
  if (isToll(a)) return true;
  const common = [...a.around].filter((stem) => b.around.has(stem));
  const byVerb = a.verb !== undefined && a.verb === b.verb && !OF_ANYTHING.test(a.unit);
  return common.length >= shared || byVerb;
}

/** Part figures of one unit by the thing that they are of: a figure joins the first that fits. */
export function thingsIn(
  figures: readonly Figure[],
  isOne: (a: Figure, b: Figure) => boolean,
): readonly (readonly Figure[])[] {
  const things: Figure[][] = [];
  for (const figure of figures) {
    const known = things.find(([first]) => first && isOne(first, figure));
    if (known) known.push(figure);
    else things.push([figure]);
  }
  return things;
}

/** The more a number says, the earlier it makes a side of its own; ranges come last. */
const PRECISION: readonly Bound[] = ['exact', 'about', 'at-least', 'at-most'];

/**
 * Group figures by value, those that are compatible together, in order of their first claims. One
 * that is compatible with several sides ("at least 12" with 14 and with 30) is on none of them.
 */
export function sidesOf(figures: readonly Figure[]): readonly Side[] {
  const rank = ({ quantity: { bound }, value, upTo }: Figure) =>
    PRECISION.indexOf(bound) + (upTo > value ? PRECISION.length : 0);
  const leading: Figure[] = [];
  for (const figure of [...figures].sort((a, b) => rank(a) - rank(b) || a.value - b.value)) {
    if (!leading.some((first) => compatible(first, figure))) leading.push(figure);
  }
  const sides = leading.map((first) => ({
    first,
    claims: figures.flatMap((figure) => {
      const fitting = leading.filter((other) => other === figure || compatible(other, figure));
      return figure === first || (fitting.length === 1 && fitting[0] === first)
        ? [figure.claim.id]
        : [];
    }),
  }));
  const order = ({ claims: [id] }: (typeof sides)[number]) =>
    figures.findIndex(({ claim }) => claim.id === id);
  return sides
    .sort((a, b) => order(a) - order(b))
    .flatMap(({ first, claims: [one, ...more] }) =>
      one ? [{ value: first.quantity.text, claims: [one, ...more] }] : [],
    );
}

/**
 * Tell how figures of one thing differ, if they do. Where each is of a place of its own, the two do
 * not contradict each other: the difference is one of scope.
 */
export function differenceIn(figures: readonly Figure[]): Difference[] {
  const sides = sidesOf(figures);
  const about = figures[0]?.unit;
  if (sides.length < 2 || about === undefined) return [];
  const places = sides.map(({ claims }) =>
    figures.filter(({ claim }) => claims.includes(claim.id)).flatMap(placesOf),
  );
  const apart = places.every(
    (own, at) =>
      own.length > 0 &&
      places.every((others, i) => i === at || !others.some((place) => own.includes(place))),
  );
  return apart
    ? [
        {
          kind: 'scope',
          about,
          status: 'wording',
          note: 'The figures are of different places.',
          sides,
        },
      ]
    : [
        {
          kind: 'number',
          about,
          status: 'open',
          note: 'The reports give different figures.',
          sides,
        },
      ];
}

/** Places that a figure may be of: "in Harlow", "Harlow county", "in the province". */
const REGION =
  /\b(?:in|across|around|throughout) the ((?:\p{L}+ )?(?:city|town|village|district|county|province|region|state|country|area|neighbou?rhood|world))\b/giu;

/** Words behind a name that make it one of a place. */
const OF_KIND = /^ (?:city|town|village|district|county|province|region|island)\b/iu;

function placesOf({ claim: { exact, mentions } }: Figure): readonly string[] {
  const named = mentions.filter(({ located, end }) => located || OF_KIND.test(exact.slice(end)));
  const regions = Array.from(exact.matchAll(REGION), ([, region = '']) => region);
  return [...named.map(({ name }) => name), ...regions].map((place) => place.toLowerCase());
}
