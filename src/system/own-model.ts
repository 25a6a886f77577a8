import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { request } from 'undici';
import { z } from 'zod';
import { ModelFault, type PairQuestion, type PassageModel } from './model.ts';

/** A model that the user runs: a program, or a server. */
export type OwnModel =
  | { readonly command: readonly [program: string, ...arguments: string[]] }
  | { readonly url: string };

/**
 * Connect to a model of the user's own. It is asked with `{ passages: […], pairs: [[0, 1], …] }`
 * and answers `{ same: […], differs: […] }`, probabilities in the order of the pairs; `differs` may
 * be left out. A program is asked and answers in one line each; a server by POST.
 *
 * @param patience Milliseconds for one answer. Default: ten minutes, since such a model may be large.
 */
export function openOwnModel(own: OwnModel, patience = 600_000): PassageModel {
  const { ask, close } = 'url' in own ? server(own.url, patience) : program(own.command, patience);
  return {
    name: `own:${JSON.stringify(own)}`,
    async read({ passages, a, b }, onProgress = () => undefined) {
      const [same, differs]: [number[], number[]] = [[], []];
      for (let from = 0; from < a.length; from += AT_ONCE) {
        const asked = part({ passages, a, b }, from);
        const answered = answersOf(await ask(JSON.stringify(asked)), asked.pairs.length);
        same.push(...answered.same);
        differs.push(...answered.differs);
        onProgress(same.length / a.length);
      }
      return { same: Float64Array.from(same), differs: Float64Array.from(differs) };
    },
    close,
  };
}

/** So many pairs are asked for at once: a server may refuse what is too large. */
const AT_ONCE = 2000;

/** Some pairs, and the passages that they need alone. */
function part({ passages, a, b }: PairQuestion, from: number) {
  const places = new Map<number, number>();
  const placeOf = (passage: number): number => {
    const place = places.get(passage) ?? places.size;
    places.set(passage, place);
    return place;
  };
  const pairs = Array.from({ length: Math.min(AT_ONCE, a.length - from) }, (_, at) => [
    placeOf(a[from + at] ?? 0),
    placeOf(b[from + at] ?? 0),
  ]);
  return { passages: Array.from(places.keys(), (place) => passages[place] ?? ''), pairs };
}

const probabilities = z.array(z.number().min(0).max(1));

const answerSchema = z.object({ same: probabilities, differs: probabilities.optional() });

/** @throws ModelFault where the answer is not one probability a pair. */
function answersOf(text: string, count: number): { same: number[]; differs: number[] } {
  let answer: z.output<typeof answerSchema>;
  try {
    answer = answerSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new ModelFault('no-answer', `answer "${text.slice(0, QUOTED)}"`, { cause });
  }
  const { same, differs = same.map(() => 0) } = answer;
  if (same.length !== count || differs.length !== count) {
    throw new ModelFault(
      'no-answer',
      `answer with ${same.length} probabilities for ${count} pairs`,
    );
  }
  return { same: same.map(logOdds), differs: differs.map(logOdds) };
}

/** So much of an answer that cannot be used is told. */
const QUOTED = 80;

/** Probabilities nearer to 0 or 1 than this are taken for it: their log odds have no end. */
const LEAST = 1e-6;

function logOdds(probability: number): number {
  const bounded = Math.min(Math.max(probability, LEAST), 1 - LEAST);
  return Math.log(bounded / (1 - bounded));
}

/** Asks once. @throws ModelFault where there is no answer. */
type Ask = (question: string) => Promise<string>;

interface Connection {
  readonly ask: Ask;
  close(): Promise<void>;
}

// ---------------------------------------------------------------------------------------------
// A server

/** Answers that are longer than this are none. */
const LONGEST = 10_000_000;

function server(url: string, patience: number): Connection {
  return {
    async ask(question) {
      try {
        const { statusCode, body } = await request(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: question,
          signal: AbortSignal.timeout(patience),
          headersTimeout: patience,
          bodyTimeout: patience,
        });
        const chunks: Buffer[] = [];
        let length = 0;
        for await (const chunk of body) {
          length += chunk.length;
          if (length > LONGEST)
            throw new ModelFault('no-answer', `answer of over ${LONGEST} bytes`);
          chunks.push(chunk);
        }
        if (statusCode === 200) return Buffer.concat(chunks).toString('utf8');
        throw new ModelFault('no-answer', `status ${statusCode}`);
      } catch (cause) {
        if (cause instanceof ModelFault) throw cause;
        throw new ModelFault('no-answer', `silence of ${url}`, { cause });
      }
    },
    close: async () => undefined,
  };
}

// ---------------------------------------------------------------------------------------------
// A program

type Process = ChildProcessByStdio<Writable, Readable, null>;

/** It is started at the first question, and asked again and again. */
function program([name, ...rest]: readonly [string, ...string[]], patience: number): Connection {
  let running: { readonly process: Process; readonly lines: AsyncIterator<string> } | undefined;
  const start = () => {
    const process = spawn(name, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
    const reader = createInterface({ input: process.stdout });
    // What goes wrong ends its output, which is noticed there.
    process.on('error', () => reader.close());
    process.stdin.on('error', () => undefined);
    return { process, lines: reader[Symbol.asyncIterator]() };
  };
  const close = async () => {
    running?.process.kill();
    running = undefined;
  };
  return {
    async ask(question) {
      running ??= start();
      running.process.stdin.write(`${question}\n`);
      const timer = setTimeout(close, patience);
      try {
        const { value, done } = await running.lines.next();
        if (done || value === undefined) throw new ModelFault('no-answer', `end of ${name}`);
        return value;
      } finally {
        clearTimeout(timer);
      }
    },
    close,
  };
}
