import { analyze } from '../src/analyze/index.ts';
import { compose } from '../src/compose/index.ts';
import { parseConfig } from '../src/config/index.ts';
import { stillTold } from '../src/decide/index.ts';
import { entitiesOf, extract } from '../src/extract/index.ts';
import { factId } from '../src/facts.ts';
import { inHouseStyle } from '../src/house/index.ts';
import { LEXICAL, methodOf } from '../src/merge/index.ts';
import { normalize } from '../src/normalize/index.ts';
import { read } from '../src/read/index.ts';
import { statementOf } from '../src/statement.ts';
import type { Briefing, Claim } from '../src/types.ts';
import { documentOf, FOLDER, factOf, found, nonEmpty, randomFrom, type Texts } from './support.ts';

/** How large a briefing is to be. */
export interface Size {
  readonly reports: number;
  /** Facts that every report states. */
  readonly shared: number;
  /** Facts that each report states alone. */
  readonly alone: number;
  /** Characters of one statement more, which the first report makes. Default: there is none. */
  readonly longest?: number;
  /** Text of `briefing.yaml`. Default: none. */
  readonly config?: string;
}

/**
 * A briefing of more facts than anybody would have merged in a test: reports of made-up words, each
 * sentence dated; which of them state one fact is told here, by their order. All else is the program's.
 */
export function largeBriefing({
  reports: count,
  shared,
  alone,
  longest = 0,
  ...rest
}: Size): Briefing {
  const sentence = sentences();
  const common = Array.from({ length: shared }, sentence);
  const texts = Array.from({ length: count }, (_, at) => {
    const own = Array.from({ length: alone }, sentence);
    const long = at === 0 && longest > 0 ? [longSentence(longest)] : [];
    return inParagraphs([...common.map((words) => `${BY[at]} said ${words}`), ...own, ...long]);
  });
  const named = Object.fromEntries(texts.map((text, at) => [`r${at + 1}.txt`, text]));
  return composed(named, shared, rest.config ?? '');
}

/** What tells the reports' sentences of one fact apart. */
const BY =
  'officials residents drivers inspectors teachers sailors farmers nurses engineers clerks'.split(
    ' ',
  );

const SYLLABLES =
  'ba be bo da de di do ga ka ke ko la le lo ma me mi na ne no pa ra re ro sa ta te'.split(' ');

/** Makes sentences of words that no other has. */
function sentences(): () => string {
  const random = randomFrom(7);
  const word = () =>
    Array.from({ length: 4 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('');
  const name = () => word().replace(/^./u, (letter) => letter.toUpperCase());
  let made = 0;
  return () => {
    made += 1;
    const day = `${1 + (made % 28)} March ${1990 + (made % 40)}`;
    return `the ${word()} of ${name()} was closed near ${name()} on ${day}.`;
  };
}

function longSentence(length: number): string {
  const words = Array.from(
    { length: Math.ceil(length / 9) },
    (_, at) => `house${String(at).padStart(3, '0')}`,
  );
  return `The flood reached ${words.join(' ').slice(0, length)} in one night.`;
}

const inParagraphs = (sentences: readonly string[]): string =>
  sentences
    .map(
      (text, at) =>
        text.replace(/^./u, (letter) => letter.toUpperCase()) + (at % 5 === 4 ? '\n\n' : ' '),
    )
    .join('');

function composed(texts: Texts, shared: number, yaml: string): Briefing {
  const said = parseConfig(yaml, 'briefing.yaml');
  const documents = Object.entries(texts).map(([name, text]) => documentOf(name, text));
  const reports = read(documents, said, FOLDER).reports.map(normalize);
  const sentences = extract(reports);
  const claims = [...sentences.values()].map((own) => own.map(({ whole }) => whole));
  const facts = [
    ...Array.from({ length: shared }, (_, at) => claims.map((own) => found(own[at]))),
    ...claims.flatMap((own) => own.slice(shared).map((claim) => [claim])),
  ].map((own: readonly Claim[]) =>
    factOf(own, { id: factId(nonEmpty(own)), statement: statementOf(found(own[0])) }),
  );
  const analysis = analyze(facts, reports, sentences, said.config);
  const entities = entitiesOf(stillTold(sentences, reports, facts));
  return compose(
    {
      ...inHouseStyle({ reports, facts, entities, analysis }, said.config),
      strangers: [],
      decisions: [],
    },
    {
      config: said.config,
      citationStyle: null,
      generated: null,
      method: methodOf(LEXICAL),
      version: '0.0.0',
    },
  );
}
