import { describe, expect, test } from 'vitest';
import { atPassage } from '../src/text-fragments.ts';

const URL = 'https://courier.example/bridge';

/** What follows the address, decoded. */
const termsOf = (exact: string, text = exact): readonly string[] =>
  (atPassage(URL, exact, text).split(':~:text=')[1] ?? '').split(',').map(decodeURIComponent);

describe('a link to a passage', () => {
  test('names a short one whole', () => {
    expect(atPassage(URL, 'The town closed its bridge.', '')).toBe(
      `${URL}#:~:text=The%20town%20closed%20its%20bridge`,
    );
  });

  test('names of a long one how it begins and ends', () => {
    expect(
      termsOf(
        'The old bridge at Brennick was closed on Tuesday after inspectors found cracks in it.',
      ),
    ).toEqual(['The old bridge at', 'found cracks in it']);
  });

  test('goes around quotation marks, which the page may have otherwise', () => {
    expect(
      termsOf(
        '“Nobody will drive over this bridge until it holds,” Mayor Ruth Amsel told the council.',
      ),
    ).toEqual(['Nobody will drive over', 'Amsel told the council']);
  });

  test('takes no part of a word: browsers find whole ones', () => {
    expect(
      termsOf('The town’s old bridge stays shut, and two-thirds of the cars go round.'),
    ).toEqual(['old bridge stays shut', 'the cars go round']);
  });

  test('takes more words where fewer stand elsewhere, too', () => {
    const text =
      'The repair of the bridge begins. The repair of the bridge will cost 4 million dollars and take six months.';
    expect(termsOf(text.slice(33), text)[0]).toBe('The repair of the bridge will');
  });

  test('keeps the place that an address names itself', () => {
    expect(atPassage(`${URL}#part`, 'The town closed its bridge.', '')).toContain(
      '/bridge#part:~:text=The',
    );
  });

  test('encodes what has a meaning there', () => {
    const link = atPassage(URL, 'Cars, lorries, AT&T vans and no-one’s bus.', '');
    expect(link).toContain('text=Cars%2C%20lorries%2C%20AT%26T%20vans%20and');
    expect(link.slice(link.indexOf('text=') + 5)).not.toMatch(/[&#=-]/u);
  });

  test.each(['', 'Yes.', '“No,” he said', 'It’s “so”'])('is none where “%s” is all', (exact) => {
    expect(atPassage(URL, exact, exact).replace(URL, '')).toBe(
      exact.includes('said') ? '#:~:text=he%20said' : '',
    );
  });

  test('is made in no time of a word without end', () => {
    const started = performance.now();
    atPassage(URL, `${'“'.repeat(100_000)}a ${'-'.repeat(100_000)}`, '');
    expect(performance.now() - started).toBeLessThan(500);
  });
});
