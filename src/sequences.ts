/** Longest common subsequence of two lists over the shorter of them, 0–1. */
export function sharedInOrder(a: readonly string[], b: readonly string[]): number {
  const shorter = Math.min(a.length, b.length);
  return shorter === 0 ? 0 : longestSubsequence(a, b) / shorter;
}

function longestSubsequence(a: readonly string[], b: readonly string[]): number {
  const row = new Array<number>(b.length + 1).fill(0);
  for (const item of a) {
    let diagonal = 0;
    for (let j = 0; j < b.length; j++) {
      const above = row[j + 1] ?? 0;
      row[j + 1] = item === b[j] ? diagonal + 1 : Math.max(above, row[j] ?? 0);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}

/** Length of the longest stretch that two lists have in common. */
export function longestRun(a: readonly string[], b: readonly string[]): number {
  const row = new Array<number>(b.length + 1).fill(0);
  let longest = 0;
  for (const item of a) {
    let diagonal = 0;
    for (let j = 0; j < b.length; j++) {
      const above = row[j + 1] ?? 0;
      row[j + 1] = item === b[j] ? diagonal + 1 : 0;
      longest = Math.max(longest, row[j + 1] ?? 0);
      diagonal = above;
    }
  }
  return longest;
}
