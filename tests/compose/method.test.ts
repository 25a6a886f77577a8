import { describe, expect, test } from 'vitest';
import { method } from '../../src/compose/method.ts';
import type { Method } from '../../src/types.ts';
import { BRIDGE, briefingOf } from '../support.ts';

const told = async (how: Method): Promise<string> => {
  const { briefing } = await briefingOf(BRIDGE);
  const section = method(briefing, how, '0.0.0');
  return section.kind === 'method' ? section.paragraphs.join('\n') : '';
};

const MEASURED = 'links P 0.612, R 0.5, F1 0.55; counted as stating a fact P 0.849, R 0.65';

describe('what is said of how facts were brought together', () => {
  test.each([
    { by: 'words', means: 'by the words they share;' },
    { by: 'model', means: 'by a small model that compares passages two at a time;' },
    { by: 'own', means: 'by a model of the editor’s own' },
  ] as const)('names what did it: $by', async ({ by, means }) => {
    expect(await told({ by, provenance: '' })).toContain(means);
  });

  test('gives the figures that were measured, and none where none were', async () => {
    const measured = await told({ by: 'model', provenance: MEASURED });
    expect(measured).toMatch(/, 61 % of the pairs .* and 50 % of those .*, 85 % do\./u);
    expect(await told({ by: 'own', provenance: '' })).not.toContain('%');
  });
});
