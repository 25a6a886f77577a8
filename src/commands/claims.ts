import { INVISIBLE } from '../characters.ts';
import type { ReportClaims } from '../claims.ts';
import { type ExitName, exitOf } from '../messages.ts';
import type { Claim, Sentence } from '../types.ts';
import { via } from '../wording.ts';
import type { Around } from './surroundings.ts';

export interface ClaimFlags {
  /** Id or file name of the one report to be listed. */
  readonly report?: string;
  /** Whether to print everything that a sentence says, however small. */
  readonly fine?: true;
  readonly json?: true;
}

/** Take the reports of a folder apart, and print what each sentence states. */
export async function runClaims(
  folder: string,
  { report, fine, json }: ClaimFlags,
  { print, environment }: Around,
): Promise<ExitName> {
  const { claimJson, listClaims, nodeSystem } = await import('../index.ts');
  const { reports, messages } = await listClaims({ folder, report, fine }, nodeSystem(environment));
  print.messages(messages);
  if (json) {
    const data = reports.map(({ report: { id, file }, sentences, fine: said }) => ({
      report: id,
      file,
      sentences: sentences.map(({ whole, parts }, index) => ({
        ...claimJson(whole),
        parts: parts.map(claimJson),
        ...(fine && { fine: said[index] ?? [] }),
      })),
    }));
    print.line(JSON.stringify({ folder, reports: data }, null, 2));
  } else {
    for (const listed of reports) print.line(textOf(listed));
  }
  return exitOf(messages);
}

/** A report for people: each sentence with its place, and below it what was found in it. */
function textOf({ report, sentences, fine }: ReportClaims): string {
  const texts = sentences.map((sentence, index) => sentenceText(sentence, fine[index] ?? []));
  return `${[report.file, ...texts].join('\n\n')}\n`;
}

const sentenceText = ({ whole, parts }: Sentence, fine: readonly string[]): string =>
  [
    claimText(whole, ''),
    ...parts.map((part) => claimText(part, INDENT)),
    ...fine.map((words) => `${INDENT}· ${onTerminal(words)}`),
  ].join('\n');

const INDENT = '    ';

function claimText(claim: Claim, indent: string): string {
  const { start, end, attribution } = claim;
  const lines = [
    `${start}–${end}  ${wordsOf(claim)}`,
    ...FINDINGS.flatMap(({ name, of }) => {
      const found = of(claim).join('; ');
      return found === '' ? [] : `${INDENT}${name}: ${found}`;
    }),
    ...(attribution.length > 0 ? [`${INDENT}says: ${via(attribution)}`] : []),
  ];
  return lines.map((line) => `${indent}${onTerminal(line)}`).join('\n');
}

/** The words of a claim, with the subject that it lacks, and without what is a claim of its own. */
function wordsOf({ exact, lead, asides }: Claim): string {
  const gaps = asides.filter(({ reason }) => reason === 'other-claim');
  const words = gaps.reduceRight(
    (text, { start, end }) => `${text.slice(0, start)}[…]${text.slice(end)}`,
    exact,
  );
  return lead ? `[${lead.exact}] ${words}` : words;
}

interface Finding {
  readonly name: string;
  readonly of: (claim: Claim) => readonly string[];
}

/** How a claim is asserted, where it is not simply stated. */
const UNPLAIN = ['strength', 'polarity', 'modality'] as const;
const PLAIN: ReadonlySet<string> = new Set(['stated', 'attributed', 'affirmed', 'fact']);
const isTold = (value: string): boolean => !PLAIN.has(value);

/** What is printed below a claim, in this order. */
const FINDINGS: readonly Finding[] = [
  { name: 'asserted', of: (claim) => UNPLAIN.map((field) => claim[field]).filter(isTold) },
  {
    name: 'when',
    of: ({ times }) =>
      times.map(({ text, value, certain }) => `${text} = ${certain ? '' : '~'}${value}`),
  },
  {
    name: 'how many',
    of: ({ quantities }) =>
      quantities.map(({ text, value, unit, bound }) => {
        const meant = bound === 'exact' ? '' : `${bound} `;
        return `${text} = ${meant}${value} ${unit}`;
      }),
  },
  { name: 'names', of: ({ names }) => names },
];

/** Text of a report on a terminal: in one line, and without what steers terminals. */
const onTerminal = (text: string): string =>
  text.replace(INVISIBLE, '').replace(/\s+/gu, (space) => (/^ +$/u.test(space) ? space : ' '));
