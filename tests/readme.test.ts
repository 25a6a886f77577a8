import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { GATES } from '../src/gates/index.ts';
import { MODEL_WEIGHTS } from '../src/merge/model-weights.ts';
import { WEIGHTS } from '../src/merge/weights.ts';
import { EXIT, RULES } from '../src/messages.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const { scripts } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as {
  scripts: Record<string, string>;
};

describe('the README', () => {
  test.each(Object.entries(RULES))('documents the rule %s with its exit code', (name, rule) => {
    const code = EXIT[rule.exit];
    const row = readme.split('\n').find((line) => line.startsWith(`| ${code} |`)) ?? '';
    const place =
      rule.severity === 'fail' ? row : readme.slice(readme.indexOf('Warnings and notes'));
    expect(place).toContain(`\`${name}\``);
  });

  test.each(GATES)('documents the gate $name with its exit code', ({ name, exit }) => {
    expect(readme).toContain(`| \`${name}\` | ${EXIT[exit]} | `);
  });

  test('names only scripts that there are', () => {
    const named = Array.from(readme.matchAll(/npm run (\w+)/gu), ([, name = '']) => name);
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  test.each([
    { what: 'of words', weights: WEIGHTS },
    { what: 'that go with the model', weights: MODEL_WEIGHTS },
  ])('gives the figures that the weights $what were fitted with', ({ weights }) => {
    const [, ...figures] =
      /links P ([\d.]+), R ([\d.]+), F1 ([\d.]+)/u.exec(weights.provenance) ?? [];
    expect(figures).toHaveLength(3);
    expect(readme).toContain(
      `| ${figures.map((figure) => figure.replace(/^0/u, '')).join(' | ')} |`,
    );
  });
});
