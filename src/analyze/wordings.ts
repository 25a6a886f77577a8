import { fold } from '../characters.ts';
import { certainClaims } from '../facts.ts';
import { words } from '../language/words.ts';
import type { Claim, Fact, NonEmpty } from '../types.ts';
import type { Difference } from './divergence.ts';

/** Reports that quote one utterance in different words. */
export function wordingsThatDiffer(fact: Fact): readonly Difference[] {
  const speeches = certainClaims(fact).flatMap((claim) => {
    const text = speechOf(claim);
    return text ? [{ claim, text, folded: words(fold(text)).join(' ') }] : [];
  });
  const byWords = new Map<string, { value: string; claims: NonEmpty<string> }>();
  for (const { claim, text, folded } of speeches) {
    const known = byWords.get(folded);
    byWords.set(folded, {
      value: known?.value ?? `“${text}”`,
      claims: known ? [...known.claims, claim.id] : [claim.id],
    });
  }
  const reports = new Set(speeches.map(({ claim }) => claim.report));
  if (byWords.size < 2 || reports.size < 2) return [];
  return [
    {
      kind: 'quote-wording',
      status: 'wording',
      note: 'The reports quote the same words differently.',
      sides: [...byWords.values()],
    },
  ];
}

/** What a claim quotes as speech; nothing where it quotes none. */
function speechOf({ quotations }: Claim): string | undefined {
  const speech = quotations
    .filter((quotation) => quotation.speech)
    .map(({ text }) => text.replace(/[,.]$/u, ''));
  return speech.length > 0 ? speech.join(' … ') : undefined;
}
