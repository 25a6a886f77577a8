import type { VFileMessage } from 'vfile-message';
import { certainClaims } from '../facts.ts';
import { message } from '../messages.ts';
import { isEditors } from '../rewording.ts';
import type { Briefing, Fact } from '../types.ts';
import { accusationUnattributed } from './accusation-unattributed.ts';
import { likelihoodConfidence } from './likelihood-confidence.ts';
import { likelihoodWord } from './likelihood-word.ts';
import type { Printed, StyleRule } from './rule.ts';
import { superlativeUnreported } from './superlative-unreported.ts';

export type { Printed, StyleRule } from './rule.ts';

/** Rules of house style. A new one is a file and a line here. */
export const STYLE_RULES: readonly StyleRule[] = [
  likelihoodWord,
  likelihoodConfidence,
  accusationUnattributed,
  superlativeUnreported,
];

/**
 * Say where a briefing breaks the house style. Nothing is changed: what a report says is its own to
 * answer for, and what the editor says, the editor's.
 */
export function styleOf({ facts }: Pick<Briefing, 'facts'>): readonly VFileMessage[] {
  return facts.flatMap((fact) => {
    const printed = printedOf(fact);
    return STYLE_RULES.flatMap(({ name, objection }) => {
      const made = objection(printed);
      if (!made) return [];
      const { expected, advice } = made;
      const found = `${made.found}, in "${fact.statement.text}" (${fact.id})`;
      return [message({ rule: name, file: 'briefing.json', found, expected, advice })];
    });
  });
}

/** Quotations are their speakers'; one that is not closed runs to the end. */
const QUOTED = /“[^“”]*”?/gu;

const printedOf = (fact: Fact): Printed => ({
  fact,
  text: fact.statement.text.replace(QUOTED, '“”'),
  claims: certainClaims(fact),
  isEditors: isEditors(fact.statement),
});
