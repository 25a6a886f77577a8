import { INVISIBLE } from '../characters.ts';
import type { Explanation, Located, Member, Nearby } from '../explain.ts';
import type { Apart, Comparison, Ground } from '../merge/index.ts';
import { type ExitName, exitOf } from '../messages.ts';
import type { ScorerName } from '../scorer-names.ts';
import type { GuardName, Objection } from '../types.ts';
import { list, plural } from '../wording.ts';
import type { Around } from './surroundings.ts';

export interface ExplainFlags {
  readonly scorer?: ScorerName;
  readonly json?: true;
  /** Whether to print the value of every feature. */
  readonly verbose?: true;
}

/** Say why passages are one fact, and why the nearest others are not. */
export async function runExplain(
  wanted: string,
  folder: string,
  flags: ExplainFlags & { readonly around: Around },
): Promise<ExitName> {
  const { around } = flags;
  const { explain, nodeSystem } = await import('../index.ts');
  const { explanation, messages } = await explain(
    { folder, wanted, scorer: flags.scorer },
    nodeSystem(around.environment),
  );
  around.print.messages(messages);
  if (explanation && flags.json) {
    around.print.line(JSON.stringify({ folder, ...explanationJson(explanation) }, null, 2));
  } else if (explanation) around.print.line(explanationText(explanation, flags));
  return exitOf(messages);
}

// ---------------------------------------------------------------------------------------------
// For people

/** An explanation in plain words: the passages of the fact, then the nearest that are not its. */
export function explanationText(
  explanation: Explanation,
  { verbose }: Pick<ExplainFlags, 'verbose'> = {},
): string {
  const { fact, reports, members, neighbors } = explanation;
  const near = neighbors.map((neighbor) => neighborText(neighbor, explanation, verbose));
  const stated = `stated by ${plural(reports.length, 'report', 'reports')} ${list(reports)}`;
  const blocks = [
    `${fact.id}  ${stated}\n${INDENT}${fact.statement.text}`,
    ...members.map((member) => memberText(member, explanation, verbose)),
    near.length > 0 ? 'Not joined, the nearest first' : 'Nothing else is near.',
    ...near,
  ];
  const all = [...members, ...neighbors];
  const legend = all.some(({ comparison }) => comparison?.grounds) ? [LEGEND] : [];
  return [...blocks.map(onTerminal), ...legend].join('\n\n');
}

const INDENT = '    ';

const LEGEND =
  '×2 doubles the odds that they are one fact, against a pair that is average in this.';

function memberText(member: Member, explanation: Explanation, verbose?: true): string {
  return passageText(member, judgement(member, explanation), { ...member, verbose });
}

/** How likely a passage states the fact, and what follows from that. */
function judgement({ claim, role, elsewhere, comparison }: Member, of: Explanation): string {
  if (role === 'statement') return 'the words of the statement';
  const likely = comparison ? percent(comparison.probability) : 'not compared';
  const guest = elsewhere ? '; first of all it states another fact' : '';
  if (role === 'counts') return `${likely}, counts as stating it${guest}`;
  const guards = of.fact.guarded.filter((guarded) => guarded.claim === claim.id);
  const why =
    guards.length > 0
      ? list(guards.map(guardText))
      : `${under(of.thresholds.certain)} from which passages count`;
  return `${likely}, close and not counted: ${why}${guest}`;
}

function neighborText(neighbor: Nearby, explanation: Explanation, verbose?: true): string {
  const { comparison, apart, fact } = neighbor;
  const why = APART[apart](neighbor, explanation);
  const says = `${percent(comparison.probability)}, ${why}`;
  return `${passageText(neighbor, says, { comparison, verbose })}\n${INDENT}fact: ${fact}`;
}

/** What kept a passage apart, in words. */
const APART: Readonly<Record<Apart, (neighbor: Nearby, explanation: Explanation) => string>> = {
  unlikely: (_, { thresholds }) =>
    `${under(thresholds.threshold)} from which passages come together`,
  average: ({ average }, { thresholds }) =>
    `but ${percent(average)} on average with all its passages: ${under(thresholds.threshold)}`,
  guard: ({ guards }) => `kept apart: ${list(guards.map(guardText))}`,
  'same-report': () => 'but its report states the fact in another passage',
  'other-fact': ({ average, there }) =>
    there === null
      ? `but ${percent(average)} on average with all its passages`
      : `but closer to its own fact: ${percent(there)} on average there, ${percent(average)} here`,
};

const under = (threshold: number): string => `less than the ${percent(threshold)}`;

/** A passage with its place, what is said of it, and what speaks for and against. */
function passageText(
  { claim: { exact, lead }, file, line }: Located,
  says: string,
  {
    comparison,
    verbose,
  }: { readonly comparison: Comparison | null; readonly verbose?: true | undefined },
): string {
  const words = lead ? `[${lead.exact}] ${exact}` : exact;
  const lines = comparison ? groundLines(comparison, verbose) : [];
  return [`${file}:${line}  ${says}`, words, ...lines].join(`\n${INDENT}`);
}

/** What speaks for two passages being one fact and what against, a line each, names in front. */
function groundLines(comparison: Comparison, verbose?: true): readonly string[] {
  const { grounds, objections, utterance } = comparison;
  const told = (grounds ?? []).filter(({ logOdds }) => Math.abs(logOdds) >= TOLD);
  const speaking = (side: 'for' | 'against') =>
    told
      .filter(({ logOdds }) => logOdds > 0 === (side === 'for'))
      .map((ground) => `${times(ground.logOdds)}  ${GROUNDS[ground.likeness][side](comparison)}`);
  const model = grounds ? [] : ['by the model’s reading', ...inCommon(comparison)];
  return [
    ...column('for', [...(utterance ? ['the same utterance'] : []), ...model, ...speaking('for')]),
    ...column('against', [...objections.map(guardText), ...speaking('against')]),
    ...(verbose && grounds ? column('values', grounds.flatMap(valueTexts)) : []),
  ];
}

/** Lines below one another, a name before the first. */
const column = (name: string, lines: readonly string[]): readonly string[] =>
  lines.map((line, index) => `${(index === 0 ? `${name}:` : '').padEnd(NAME_WIDTH)}  ${line}`);

/** Of the longest name, with its colon. */
const NAME_WIDTH = 'against:'.length;

/** Log odds below this change the odds by less than a tenth. */
const TOLD = 0.1;

const inCommon = ({ common: { words, names, figures } }: Comparison): readonly string[] => [
  ...named('the same words', words),
  ...named('the same names', names),
  ...named('the same figures', figures),
];

const named = (label: string, terms: readonly string[]): readonly string[] =>
  terms.length > 0 ? [`${label}: ${terms.join(', ')}`] : [];

type Saying = (comparison: Comparison) => string;

/** What is said of two passages that are alike in something, or unlike. */
const GROUNDS: Readonly<
  Record<Ground['likeness'], { readonly for: Saying; readonly against: Saying }>
> = {
  words: {
    for: ({ common }) => named('the same words', common.words)[0] ?? 'similar words',
    against: ({ common }) => named('few words in common', common.words)[0] ?? 'other words',
  },
  run: {
    for: ({ run }) => `a run of ${run} ${plural(run, 'word', 'words')}`,
    against: () => 'no run of words',
  },
  names: {
    for: ({ common }) => named('the same names', common.names)[0] ?? 'their names',
    against: () => 'their names',
  },
  figures: {
    for: ({ common }) => named('the same figures', common.figures)[0] ?? 'figures in both',
    against: () => 'their figures',
  },
  times: { for: () => 'their days', against: () => 'their days' },
  speech: {
    for: () => 'who says so, and whether in their own words',
    against: () => 'who says so, or whether in their own words',
  },
  assertion: {
    for: () => 'asserted in the same way',
    against: () => 'one denies or leaves open what the other does not',
  },
  form: { for: () => 'their length and place', against: () => 'their length and place' },
  reading: {
    for: () => 'the model reads the same in both',
    against: () => 'the model reads something else in each',
  },
  context: {
    for: () => 'what stands around them, and in other reports, agrees',
    against: () => 'other passages match better, or what stands around does not',
  },
};

const GUARD_WORDS: Readonly<Record<GuardName, string>> = {
  polarity: 'one is negated',
  contrast: 'they exclude each other',
  number: 'other figures',
  day: 'other days',
  speaker: 'other speakers',
};

const guardText = ({ guard, values }: Objection): string =>
  `${GUARD_WORDS[guard]} (${values.join(' / ')})`;

const valueTexts = ({ values }: Ground): readonly string[] =>
  values.map(({ name, value, logOdds }) => `${times(logOdds)}  ${name} ${value.toFixed(2)}`);

/** Log odds as a factor, to two digits. */
const times = (logOdds: number): string =>
  `×${Number(Math.exp(logOdds).toPrecision(2))}`.padEnd(TIMES_WIDTH);

/** Of the most common factors. */
const TIMES_WIDTH = '×0.12'.length;

function percent(share: number): string {
  if (share > 0.99) return 'over 99 %';
  return share < 0.01 ? 'under 1 %' : `${Math.round(share * 100)} %`;
}

/** Text of a report on a terminal: without what steers terminals. */
const onTerminal = (text: string): string => text.replace(INVISIBLE, '');

// ---------------------------------------------------------------------------------------------
// As data

function explanationJson({ fact, reports, members, neighbors, thresholds }: Explanation) {
  return {
    fact: fact.id,
    statement: fact.statement.text,
    reports,
    thresholds,
    passages: members.map(({ role, elsewhere, comparison, ...place }) => ({
      ...placeJson(place),
      role,
      elsewhere,
      ...comparison,
      guarded: fact.guarded.filter(({ claim }) => claim === place.claim.id),
    })),
    nearest: neighbors.map(
      ({ nearest, comparison, average, apart, guards, fact: home, there, ...place }) => ({
        ...placeJson(place),
        nearest: nearest.id,
        average,
        apart,
        fact: home,
        there,
        guards,
        ...comparison,
      }),
    ),
  };
}

const placeJson = ({ claim: { id, report, start, end, exact }, file, line, column }: Located) => ({
  claim: id,
  report,
  file,
  line,
  column,
  start,
  end,
  exact,
});
