/**
 * Group what hangs together, directly or over others.
 *
 * @returns The groups in order of their first members, the members of each in theirs.
 */
export function grouped<T>(
  members: readonly T[],
  belong: (a: T, b: T) => boolean,
): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const member of members) {
    const touched = groups.filter((group) => group.some((other) => belong(other, member)));
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push([...touched.flat(), member]);
  }
  const places = new Map(members.map((member, place) => [member, place]));
  const placeOf = (member: T | undefined) =>
    member === undefined ? -1 : (places.get(member) ?? -1);
  return groups
    .map((group) => group.sort((a, b) => placeOf(a) - placeOf(b)))
    .sort(([a], [b]) => placeOf(a) - placeOf(b));
}
