import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isWhole } from '../../src/edition-manifest.ts';
import { shownNumbers } from '../../src/editions.ts';
import { nodeFiles } from '../../src/system/files.ts';
import { randomFrom } from '../support.ts';

/**
 * Kill builds, and publications to another folder, at random moments (SIGKILL); half of them while
 * files are being written and exchanged. After each, before anything is mended, what the folder shows
 * has to be an edition, byte for byte; and the next run has to end well.
 *
 *     npm run prepare && npx tsx tests/bench/kills.ts [COUNT] [FORMATS]
 */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const COUNT = Number(process.argv[2] ?? 200);
const FORMATS = process.argv[3] ?? 'html,json';

const random = randomFrom(20_310_312);

/** Start the command; it writes the name of each stage when that has ended. */
const start = (args: readonly string[]) =>
  spawn(process.execPath, [path.join(ROOT, 'dist/cli.js'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });

async function timed(args: readonly string[]): Promise<number> {
  const since = performance.now();
  const [code] = await once(start(args), 'exit');
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return performance.now() - since;
}

/** Kill a command after some time. @returns Whether it was still running. */
async function killed(args: readonly string[], after: number): Promise<boolean> {
  const child = start(args);
  const exited = once(child, 'exit');
  await Promise.race([setTimeout(after), exited]);
  child.kill('SIGKILL');
  await exited;
  return child.signalCode === 'SIGKILL';
}

/** Kill a build as it publishes. */
async function killedAtTheEnd(args: readonly string[], after: number): Promise<boolean> {
  const child = start([...args, '--verbose']);
  const exited = once(child, 'exit');
  for await (const chunk of child.stderr) if (String(chunk).includes('render ')) break;
  await Promise.race([setTimeout(after), exited]);
  child.kill('SIGKILL');
  await exited;
  return child.signalCode === 'SIGKILL';
}

/** How long publishing takes at most, in milliseconds. */
const PUBLISHING_MS = 40;

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'synoptic-kills-'));
  const [out, site] = [path.join(folder, 'out'), path.join(folder, 'site')];
  const reports = [path.join(folder, 'one'), path.join(folder, 'other')];
  const tally = { killed: 0, broken: 0, failed: 0 };
  /** After a kill: is what is shown whole? Then: does the next run end well? */
  const check = async (shown: string, was: boolean, next: readonly string[]) => {
    tally.killed += Number(was);
    if (!(await isWhole(shown, nodeFiles))) tally.broken += 1;
    if (random() < 0.1) await timed(next).catch(() => (tally.failed += 1));
  };
  try {
    for (const [at, to] of reports.entries()) {
      await cp(path.join(ROOT, 'articles'), to, { recursive: true });
      if (at === 1) await appendFile(path.join(to, 'briefing.yaml'), '\nunits: metric\n');
    }
    const builds = reports.map((from) => ['build', from, '--out', out, '--format', FORMATS]);
    const lasting = Math.max(...(await Promise.all(builds.map(timed))));
    for (let nth = 0; tally.killed < COUNT; nth += 1) {
      const build = builds[nth % 2] ?? [];
      const was =
        random() < 0.5
          ? await killed(build, random() * lasting)
          : await killedAtTheEnd(build, random() * PUBLISHING_MS);
      await check(out, was, build);
    }
    console.log(`builds       ${JSON.stringify(tally)}`);
    Object.assign(tally, { killed: 0, broken: 0, failed: 0 });
    const numbers = (await shownNumbers(out, nodeFiles)).slice(-2).map(String);
    const ways = [...numbers.map((number) => ['--edition', number]), []];
    const publish = ways.map((way) => ['publish', out, '--to', site, ...way]);
    const publishing = await timed(publish[1] ?? []);
    for (let nth = 0; tally.killed < COUNT; nth += 1) {
      if (nth % 5 === 0) {
        // Something to copy again.
        await rm(site, { recursive: true, force: true });
        await timed(publish[0] ?? []);
      }
      const args = publish[nth % publish.length] ?? [];
      await check(site, await killed(args, random() * publishing), args);
    }
    console.log(`publications ${JSON.stringify(tally)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
