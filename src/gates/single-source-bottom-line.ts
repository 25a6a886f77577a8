import { statingReports } from '../facts.ts';
import { factFinding, filesOf, inFiles } from '../findings.ts';
import { shownFirst } from '../leading.ts';
import type { Briefing, Fact } from '../types.ts';
import type { Gate } from './gate.ts';

/** Facts at the top of the briefing that nobody but one confirms. */
export const singleSourceBottomLine: Gate = {
  name: 'single-source-bottom-line',
  finds: 'a fact of the bottom line that rests on one report, or on one origin',
  exit: 'gate-single-source-bottom-line',
  check({ made }) {
    if (!made) return 'no-briefing';
    const { briefing, placeOf } = made;
    return leadingIn(briefing).flatMap((fact) => {
      const finding = factFinding(fact, '', { placeOf });
      const says = restsOn(fact, briefing, filesOf(finding.places));
      return says === null ? [] : [{ ...finding, says }];
    });
  },
};

function leadingIn(briefing: Briefing): readonly Fact[] {
  return shownFirst(briefing).flatMap((id) => briefing.facts.find((fact) => fact.id === id) ?? []);
}

/** The one that a fact rests on, in words; null where there are several. */
function restsOn(fact: Fact, { analysis }: Briefing, files: readonly string[]): string | null {
  if (statingReports(fact).length < 2) return `rests on one report, ${files.join('')}`;
  const [origin, ...more] = analysis.origins[fact.id] ?? [];
  if (!origin || more.length > 0) return null;
  return `rests on one origin, ${origin.name}, ${inFiles(files)}`;
}
