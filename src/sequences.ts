/**
 * Comparisons of lists in which equal things have equal numbers. Their time is at worst the product
 * of the two lengths.
 */

/** Longest common subsequence of two lists over the shorter of them, 0–1. */
export function sharedInOrder(a: Int32Array, b: Int32Array): number {
  const shorter = Math.min(a.length, b.length);
  return shorter === 0 ? 0 : longestSubsequence(a, b) / shorter;
}

function longestSubsequence(a: Int32Array, b: Int32Array): number {
  const row = new Int32Array(b.length + 1);
  for (const item of a) {
    // Up to the first place of the item nothing changes, and most items are not there at all.
    const first = b.indexOf(item);
    if (first < 0) continue;
    let diagonal = row[first] ?? 0;
    let left = diagonal;
    for (let j = first; j < b.length; j++) {
      const above = row[j + 1] ?? 0;
      if (item === b[j]) left = diagonal + 1;
      else if (above > left) left = above;
      row[j + 1] = left;
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}

/** Length of the longest stretch that two lists have in common. */
export function longestRun(a: Int32Array, b: Int32Array): number {
  let longest = 0;
  for (let i = 0; i + longest < a.length; i++) {
    for (let j = 0; j + longest < b.length; j++) {
      // A stretch is measured from its beginning alone, and only if it can be longer.
      const begins = a[i] === b[j] && (i === 0 || j === 0 || a[i - 1] !== b[j - 1]);
      if (begins && a[i + longest] === b[j + longest]) {
        longest = Math.max(longest, runFrom(a, b, i, j));
      }
    }
  }
  return longest;
}

function runFrom(a: Int32Array, b: Int32Array, i: number, j: number): number {
  let length = 0;
  while (i + length < a.length && a[i + length] === b[j + length]) length++;
  return length;
}
