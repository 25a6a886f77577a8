/** Order texts by their code units, the same in every locale. */
export const byCodeUnits = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
