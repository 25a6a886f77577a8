import { describe, expect, test } from 'vitest';
import { viewOf } from '../../src/page/index.ts';
import { plainTree, toMarkdown, toText } from '../../src/plain/index.ts';
import { render } from '../../src/render/index.ts';
import { nodeSystem } from '../../src/system/index.ts';
import { tools } from '../epub/support.ts';
import { BRIDGE_AFTER, BRIDGE_BEFORE, laterEdition } from '../later-edition.ts';
import { textIn } from '../read-back.ts';
import { found } from '../support.ts';

/** What is new in Markdown, text and Word files. */

const { briefing } = await laterEdition(BRIDGE_BEFORE, BRIDGE_AFTER);
const templates = await nodeSystem().templates();
const packageFile = () => Promise.reject(new Error('a plain document has no typefaces'));
const tree = plainTree(viewOf(briefing, '0.0.0'), { templates, packageFile });

/** What stands between two headings. */
const between = (text: string, first: string, last: string) =>
  found(text.split(first)[1]?.split(last)[0]).trim();

describe('what is new', () => {
  test('in Markdown', () => {
    const part = between(toMarkdown(tree), '## What is new', '## Key facts');
    expect(part).toContain(
      '### No longer stated\n\n- *Edition 1:* ~~The shop owners of the old town do not expect the repair to end this year.~~\n  - no longer in the corrected [Report 2](#source-2)\n',
    );
    expect(part).toContain(
      '### Reports\n\n- *corrected:* [Report 2](#source-2) (b.txt)\n- *added:* [Report 4](#source-4) (e.txt)\n- *removed:* d.txt\n',
    );
    expect(part).toMatch(
      /### New\n\n- The museum of Brennick shows 40 pictures of the old bridge\.\[\^\d+\]\n/u,
    );
    expect(part).toMatch(/\n {2}- \*7 million dollars\*\[\^\d+\]\n/u);
  });

  test('in text', () => {
    const part = between(toText(tree), '\nWhat is new\n-----------\n', '\nKey facts\n');
    expect(part).toMatch(
      /^Since edition 1 of 12 March 2031: 1 report corrected, 1 added, 1\nremoved, 1 new fact,/u,
    );
    expect(part).toContain(
      '* Edition 1: The shop owners of the old town do not expect the repair to\n  end this year.\n  - no longer in the corrected Report 2\n',
    );
    expect(part).toContain('  - Edition 1: 200 passengers / 300 passengers\n');
  });

  test('is said at the facts, too', () => {
    const facts = between(toMarkdown(tree), '## Key facts', '## Sources');
    expect(facts.match(/\(new since edition 1\)/gu)).toHaveLength(1);
    expect(facts.match(/\(lost a report since edition 1\)/gu)).toHaveLength(2);
  });

  test('in a Word file', async () => {
    const { files } = await render(briefing, ['docx'], await tools());
    const text = await textIn(found(files.find(({ name }) => name === 'briefing.docx')));
    const plain = text.replace(/\s+/gu, ' ');
    expect(plain).toContain('What is new');
    expect(plain).toMatch(/Edition 1: .{0,9}The shop owners of the old town do not expect/u);
    expect(plain).toContain('no longer in the corrected');
  });
});
