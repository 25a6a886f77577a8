import { describe, expect, test } from 'vitest';
import { renderPage, viewOf } from '../../src/page/index.ts';
import { nodeSystem } from '../../src/system/index.ts';
import { briefingOf } from '../support.ts';

/** Pages of more reports than a strip has room for. */

async function pageOf(reports: number): Promise<string> {
  const texts = Object.fromEntries(
    Array.from({ length: reports }, (_, at) => [
      `${String(at + 1).padStart(3, '0')}.txt`,
      `The old bridge at Brennick was closed on Tuesday after inspectors found cracks. Reader ${at + 1} wrote a letter about it.`,
    ]),
  );
  const { briefing } = await briefingOf(texts);
  const tools = {
    templates: await nodeSystem().templates(),
    packageFile: async () => new TextEncoder().encode('{}'),
  };
  return (await renderPage(viewOf(briefing, '0.0.0'), { folder: 'html', sheets: [] }, tools)).html;
}

const count = (page: string, part: string) => page.split(part).length - 1;

describe('the page of many reports', () => {
  test('draws its strips, and names the reports in words', async () => {
    const page = await pageOf(30);
    expect(count(page, 'class="cell states"')).toBe(0);
    expect(page).toContain('<path class="states" d="M0 0h100v12h-100z">');
    expect(page).toMatch(/<td class="told">1, 2, 3, .*30<\/td>/u);
    expect(page).toMatch(/aria-label="stated by reports 1, 2, 3, .* and 30"/u);
  });

  test('has a cell a report where they are few', async () => {
    const page = await pageOf(5);
    expect(page).not.toContain('<path class="states"');
    expect(count(page, 'class="cell states"')).toBeGreaterThan(10);
  });
});
