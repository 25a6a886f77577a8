import { EpubCheck } from '@likecoin/epubcheck-ts';
import { expect, test } from 'vitest';
import { textOf } from '../../src/trees.ts';
import { BRIDGE_AFTER, BRIDGE_BEFORE, laterEdition } from '../later-edition.ts';
import { found } from '../support.ts';
import { all, bookOf, ofClass, opened } from './support.ts';

/** What is new in the e-book: a file of its own, which the contents lead to. */

const { briefing } = await laterEdition(BRIDGE_BEFORE, BRIDGE_AFTER);
const bytes = await bookOf(briefing);
const { files, spine, trees } = opened(bytes);
const page = found(trees.get('what-is-new.xhtml'));

test('EPUBCheck has nothing against it', async () => {
  const { messages } = await EpubCheck.validate(bytes);
  expect(messages.filter(({ severity }) => !['info', 'usage'].includes(severity))).toEqual([]);
});

test('stands behind the bottom line, and in the contents with its groups', () => {
  const at = spine.indexOf('what-is-new.xhtml');
  expect(spine.slice(at - 1, at + 2)).toEqual([
    'bottom-line.xhtml',
    'what-is-new.xhtml',
    'key-facts.xhtml',
  ]);
  const nav = found(files.get('nav.xhtml'));
  expect(nav).toContain('<a href="what-is-new.xhtml">What is new</a>');
  expect(nav).toContain('<a href="what-is-new.xhtml#new-gone">No longer stated</a>');
});

test('its statements lead into other files, and are cited', () => {
  const ids = (tree: typeof page) =>
    all(tree, ({ properties }) => properties['id'] !== undefined).map(({ properties }) =>
      String(properties['id']),
    );
  const inside = new Map(Array.from(trees, ([file, tree]) => [file, ids(tree)]));
  const links = all(page, ({ tagName }) => tagName === 'a').map(({ properties }) =>
    String(properties['href']),
  );
  const lost = links
    .filter((href) => !/^https?:/u.test(href))
    .filter((href) => {
      const [file, id = ''] = href.split('#');
      return !inside.get(file || 'what-is-new.xhtml')?.includes(id);
    });
  expect(lost).toEqual([]);
  expect(links.filter((href) => /^(?:key-facts|single-report)\.xhtml#f-/u.test(href)).length).toBe(
    7,
  );
  expect(links.filter((href) => href.startsWith('#p-')).length).toBeGreaterThan(7);
});

test('what is gone is struck, and named by the report that took it back', () => {
  const [gone] = all(page, ofClass('former'));
  expect(textOf([found(gone)]).trim()).toBe(
    'Edition 1 The shop owners of the old town do not expect the repair to end this year.',
  );
  expect(textOf([page])).toContain('no longer in the corrected Report 2');
  expect(found(files.get('epub.css'))).toContain('.former');
});
