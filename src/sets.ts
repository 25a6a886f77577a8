/** Whether two sets have a member in common. */
export function haveCommon<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const member of a) if (b.has(member)) return true;
  return false;
}
