import { toldChanges } from '../told-changes.ts';
import type { Changes, Section } from '../types.ts';

/** What changed since the last edition; nothing where nothing did. */
export const whatIsNew = (changes: Changes): Section | undefined =>
  toldChanges(changes).length > 0 ? { kind: 'what-is-new', heading: 'What is new' } : undefined;
