/** How many words stand around what differs, so that it can be found in the report. */
const AROUND = 3;

/** What two wordings have apart, with a few words around it. */
export interface Apart {
  readonly before: string;
  readonly after: string;
}

/** Leave out what two wordings begin and end with alike, save a few words around what differs. */
export function apart(before: string, after: string): Apart {
  const [a, b] = [before.split(' '), after.split(' ')];
  const most = Math.min(a.length, b.length);
  const head = countWhile(most, (at) => a[at] === b[at]);
  const tail = countWhile(most - head, (at) => a.at(-1 - at) === b.at(-1 - at));
  const cut = (words: readonly string[]): string => {
    const start = head > AROUND + 1 ? head - AROUND : 0;
    const end = words.length - (tail > AROUND + 1 ? tail - AROUND : 0);
    const [left, right] = [start > 0 ? '… ' : '', end < words.length ? ' …' : ''];
    return `${left}${words.slice(start, end).join(' ')}${right}`;
  };
  return { before: cut(a), after: cut(b) };
}

function countWhile(most: number, holds: (at: number) => boolean): number {
  let count = 0;
  while (count < most && holds(count)) count += 1;
  return count;
}
