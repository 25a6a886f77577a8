import { inPlain } from './characters.ts';
import type { Briefing } from './types.ts';

/** More than these nobody reads, and a program shows the first alone. */
const MOST = 10;

/** Keywords of a document: the people, bodies and places that most reports name. */
export const keywordsOf = ({ entities }: Briefing): readonly string[] =>
  entities.slice(0, MOST).map(({ name }) => inPlain(name));
