import { all, make, makeButton } from './dom.js';
import { unfold } from './reveal.js';
import { TEXTS } from './texts.js';

/** So long a pause in typing, in milliseconds, before the page is searched. */
const PAUSE = 120;

/** What is no text of the briefing. */
const APART = '.cites, .unseen, .legend, .none, .copy, .back, svg, button';

/** What holds a text that is read in one go. */
const BLOCKS = 'p, li, h2, h3, td, th, dd, dt, summary';

/**
 * @typedef {object} Match
 * @property {Range} range
 * @property {Element} block
 */

/** Let the reader search the page. @returns The controls. */
export function startSearch() {
  const attributes = { placeholder: TEXTS.search, 'aria-label': TEXTS.searchLabel };
  const input = make('input', { type: 'search', autocomplete: 'off', ...attributes });
  const count = make('span', { class: 'hits', role: 'status' });
  const previous = makeButton('↑', { 'aria-label': TEXTS.previous, hidden: '' }, () => go(-1));
  const next = makeButton('↓', { 'aria-label': TEXTS.next, hidden: '' }, () => go(1));
  if ('highlights' in CSS) styleHighlights();
  const box = make('div', { class: 'find', role: 'search' }, input, count, previous, next);
  /** @type {{ matches: Match[], at: number, opened: Set<HTMLDetailsElement>, timer: number }} */
  const state = { matches: [], at: -1, opened: new Set(), timer: 0 };

  function update() {
    const pattern = patternOf(input.value);
    state.matches = pattern ? matchesOf(pattern) : [];
    state.at = firstInSight(state.matches);
    for (const fold of state.opened) fold.open = false;
    state.opened.clear();
    previous.hidden = next.hidden = state.matches.length < 2;
    tellFolds(state.matches);
    show();
    if (!pattern) count.textContent = '';
  }

  /** @param {number} step */
  function go(step) {
    const { length } = state.matches;
    state.at = length > 0 ? (state.at + step + length) % length : -1;
    show();
  }

  function show() {
    const match = state.matches[state.at];
    if (match) for (const fold of unfold(match.block)) state.opened.add(fold);
    paint('found', state.matches);
    paint('found-now', match ? [match] : []);
    if (match) bringIntoSight(match.range);
    count.textContent = TEXTS.match(state.at + 1, state.matches.length);
  }

  input.addEventListener('input', () => {
    clearTimeout(state.timer);
    state.timer = window.setTimeout(update, PAUSE);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      if (input.value === '') input.blur();
      input.value = '';
      update();
    }
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
  });
  document.addEventListener('synoptic-filtered', () => input.value && update());
  return { box, input };
}

/** Marks that count as one when compared; with each of them the text keeps its length. */
const ALIKE = /** @type {Record<string, string>} */ ({
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
});

/** Fold capitals, accents and marks. The text keeps its length. @param {string} text */
const foldText = (text) =>
  text
    .replace(/[\u0080-\uffff]/g, (unit) => ALIKE[unit] ?? unit.normalize('NFD').charAt(0))
    .toLowerCase();

/** @param {string} query @returns {RegExp | null} Nothing for less than two characters. */
function patternOf(query) {
  const words = foldText(query).trim().split(/\s+/);
  if (words.join('').length < 2) return null;
  return new RegExp(words.map((word) => word.replace(/[^\w]/g, '\\$&')).join('\\s+'), 'g');
}

/** @param {RegExp} pattern @returns {Match[]} */
function matchesOf(pattern) {
  return [...textBlocks()].flatMap(([block, nodes]) => {
    const text = foldText(nodes.map(({ data }) => data).join(''));
    return Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({
      block,
      range: rangeOf(nodes, index, index + length),
    }));
  });
}

/** The texts of the page that are not filtered away, block by block. @returns {Map<Element, Text[]>} */
function textBlocks() {
  const blocks = new Map();
  const walker = document.createTreeWalker(
    document.querySelector('main') ?? document.body,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) => {
      if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
      const apart = node.matches(APART) || node.classList.contains('filtered');
      return apart ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    },
  );
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const block = node.parentElement?.closest(BLOCKS);
    if (!block || !(node instanceof Text)) continue;
    const nodes = blocks.get(block);
    if (nodes) nodes.push(node);
    else blocks.set(block, [node]);
  }
  return blocks;
}

/** @param {Text[]} nodes @param {number} start @param {number} end */
function rangeOf(nodes, start, end) {
  const range = new Range();
  let from = 0;
  for (const node of nodes) {
    const to = from + node.length;
    if (start >= from && start < to) range.setStart(node, start - from);
    if (end > from && end <= to) range.setEnd(node, end - from);
    from = to;
  }
  return range;
}

/** The first match that the reader has not scrolled past. @param {Match[]} matches */
function firstInSight(matches) {
  const at = matches.findIndex(({ block }) => {
    const closed = block.closest('details:not([open])');
    return (closed ?? block).getBoundingClientRect().bottom > 80;
  });
  return at < 0 && matches.length > 0 ? 0 : at;
}

/** Say at each fold how many matches are in it. @param {Match[]} matches */
function tellFolds(matches) {
  for (const summary of all('main [data-found]')) summary.removeAttribute('data-found');
  const counts = new Map();
  for (const { block } of matches) {
    const fold = !block.matches('summary') && block.closest('details');
    if (fold) counts.set(fold, (counts.get(fold) ?? 0) + 1);
  }
  for (const [fold, count] of counts) {
    fold.querySelector('summary')?.setAttribute('data-found', TEXTS.folded(count));
  }
}

/** How matches are seen: styles that only the script has use of. */
const HIGHLIGHTS = `@media screen {
  ::highlight(found) { background-color: var(--mark); color: var(--ink); }
  ::highlight(found-now) { background-color: var(--accent); color: var(--paper); }
}`;

function styleHighlights() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(HIGHLIGHTS);
  document.adoptedStyleSheets.push(sheet);
}

/** Highlight matches, where the browser can without changing the page. @param {string} name @param {Match[]} matches */
function paint(name, matches) {
  if (!('highlights' in CSS)) return;
  const highlight = new Highlight();
  for (const { range } of matches) highlight.add(range);
  highlight.priority = name === 'found' ? 0 : 1;
  CSS.highlights.set(name, highlight);
}

/** @param {Range} range */
function bringIntoSight(range) {
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 90 || bottom > innerHeight - 20) scrollBy(0, top - innerHeight / 3);
}
