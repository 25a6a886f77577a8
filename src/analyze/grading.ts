import { certainClaims } from '../facts.ts';
import type {
  Claim,
  Credibility,
  Fact,
  Grading,
  Origin,
  Reliability,
  Report,
  SourceKind,
  Standing,
  Strength,
} from '../types.ts';

/** What an editor asks for: grades, and what he knows of how reliable outlets are. */
export interface GradingAsked {
  readonly grading?: 'admiralty' | undefined;
  /** File name of a report → what the editor says of it. */
  readonly reports: Readonly<Record<string, { readonly reliability?: Reliability | undefined }>>;
}

/** What a fact's grade depends on; never how reliable an outlet is, which is another question. */
interface Evidence {
  readonly standing: Standing;
  /** The origins that a report has it from as so: it states it, or hands it on without a caveat. */
  readonly origins: readonly Origin[];
  /** How many reports do that. */
  readonly reports: number;
  /** Whether a report hands on that it is not so. */
  readonly denied: boolean;
}

/** The grades in the words of STANAG 2511 and AJP-2.1. 5 is never given: see below. */
export const CREDIBILITY_WORDS: Readonly<Record<Credibility['grade'], string>> = {
  1: 'confirmed by other independent sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'cannot be judged',
};

/**
 * In this order; the first rule that holds gives the grade.
 *
 * The standard also asks whether a thing is logical in itself and like what was known before. No
 * program can tell, so 5 (improbable: not logical, contradicted) is never given, and 3 and 4 mean
 * only how the reports of this briefing stand to each other.
 */
export const CREDIBILITY_RULES: readonly {
  readonly grade: Credibility['grade'];
  readonly because: string;
  readonly holds: (evidence: Evidence) => boolean;
}[] = [
  {
    grade: 6,
    because: 'a later report gives another value; a grade would be that of one of them',
    holds: ({ standing }) => standing === 'superseded',
  },
  {
    grade: 4,
    because: 'reports give different values, and none of them settles it',
    holds: ({ standing }) => standing === 'disputed',
  },
  {
    grade: 6,
    because: 'no report has it as so: it is alleged, denied, hoped or planned',
    holds: ({ reports }) => reports === 0,
  },
  {
    grade: 4,
    because: 'a report hands on that it is not so',
    holds: ({ denied }) => denied,
  },
  {
    // Nothing to compare it with: the standard wants 6 then, not a grade in the middle.
    grade: 6,
    because: 'only one report has it as so, which is no basis to judge it',
    holds: ({ reports }) => reports === 1,
  },
  {
    grade: 3,
    because: 'several reports have it, all from one origin',
    holds: ({ origins }) => origins.length === 1,
  },
  {
    grade: 1,
    because: 'reports have it from two or more sources that they name',
    holds: ({ origins }) => origins.filter(isNamed).length > 1,
  },
  {
    // An official without a name, or an outlet's own source, may be the one whom others name.
    grade: 2,
    because:
      'reports have it from two or more origins, of which not two are sources with a name; that they are independent is not certain',
    holds: () => true,
  },
];

/** Where no rule holds; the last one always does. */
const UNJUDGED = { grade: 6, because: '' } as const;

/** Sources of which a reader can tell that they are two. */
const NAMED: ReadonlySet<SourceKind | 'report'> = new Set(['person', 'organization', 'document']);

const isNamed = ({ kind }: Origin): boolean => NAMED.has(kind);

/** How a report stands behind what it has as so. */
const STANDS_BEHIND: ReadonlySet<Strength> = new Set(['stated', 'attributed']);

/** What was found about the facts. */
interface Found {
  readonly origins: Readonly<Record<string, readonly Origin[]>>;
  readonly standing: Readonly<Record<string, Standing>>;
}

/** Grade facts by a table, and give the editor's grades of reports; nothing where not asked for. */
export function gradingOf(
  facts: readonly Fact[],
  reports: readonly Report[],
  { asked, origins, standing }: Found & { readonly asked: GradingAsked },
): Grading | undefined {
  if (!asked.grading) return undefined;
  return {
    scale: asked.grading,
    credibility: Object.fromEntries(
      facts.map((fact) => [
        fact.id,
        credibilityOf(fact, origins[fact.id] ?? [], standing[fact.id] ?? 'single-source'),
      ]),
    ),
    reliability: Object.fromEntries(
      reports.flatMap(({ id, file }) => {
        const given = asked.reports[file]?.reliability;
        return given === undefined ? [] : [[id, given]];
      }),
    ),
  };
}

/** Grade a fact. */
export function credibilityOf(
  fact: Fact,
  origins: readonly Origin[],
  standing: Standing,
): Credibility {
  const behind = certainClaims(fact).filter(({ strength }) => STANDS_BEHIND.has(strength));
  const ids = new Set(behind.map(({ id }) => id));
  const evidence: Evidence = {
    standing,
    origins: origins.filter(({ claims }) => claims.some((id) => ids.has(id))),
    reports: new Set(behind.map(({ report }) => report)).size,
    denied: comparable(fact).some(({ strength }) => strength === 'denied'),
  };
  const { grade, because } = CREDIBILITY_RULES.find(({ holds }) => holds(evidence)) ?? UNJUDGED;
  return { grade, words: CREDIBILITY_WORDS[grade], because };
}

/** The claims that state a fact, and those that would but that they affirm or deny otherwise. */
function comparable(fact: Fact): readonly Claim[] {
  const opposed = new Set(
    fact.guarded.filter(({ guard }) => guard === 'polarity').map(({ claim }) => claim),
  );
  return fact.claims.filter(({ id }) => !fact.uncertain.includes(id) || opposed.has(id));
}
