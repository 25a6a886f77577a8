/** Every text that the script puts on the page. */
export const TEXTS = {
  bar: 'Search and filter',
  search: 'Search',
  searchLabel: 'Search statements and passages',
  next: 'Next match',
  previous: 'Previous match',
  /** @param {number} at @param {number} count */
  match: (at, count) => (count === 0 ? 'nothing found' : `${at} of ${count}`),
  /** @param {number} count */
  folded: (count) => `${count} found`,
  filter: 'Filter',
  statedBy: 'Stated by',
  /** @param {string} number @param {string} label */
  report: (number, label) => (label === `Report ${number}` ? label : `Report ${number}, ${label}`),
  /** @param {string} number @param {string} label */
  inList: (number, label) => (label === `Report ${number}` ? label : `${number} · ${label}`),
  anyReport: 'any report',
  oneMore: 'and by …',
  standing: 'Standing',
  /** @param {number} shown @param {number} total */
  count: (shown, total) =>
    shown === total ? `All ${total} facts shown` : `${shown} of ${total} facts shown`,
  showAll: 'Show all',
  none: 'None of the facts shown is here.',
  card: {
    previous: 'Previous passage',
    next: 'Next passage',
    close: 'Close',
    /** @param {number} at @param {number} count Of those of its kind. @param {boolean} close */
    place: (at, count, close) => `${close ? 'Close, not counted' : 'Passage'} · ${at} of ${count}`,
    fact: 'Statement:',
    back: 'Back to the statement',
  },
  copy: {
    group: 'Copy',
    done: 'Copied',
    byHand: 'Copy this text',
    /** @type {Readonly<Record<'text' | 'csl' | 'bibtex', string>>} */
    names: { text: 'Text', csl: 'CSL-JSON', bibtex: 'BibTeX' },
  },
  versions: { open: 'Open all versions', close: 'Close all versions' },
  keys: {
    button: 'Keys',
    heading: 'Keys',
    single: 'Use these keys',
    note: 'They rest while you type.',
    close: 'Close',
    of: {
      j: 'next statement',
      k: 'previous statement',
      c: 'first passage of the statement; left and right arrow: the others',
      v: 'versions of the statement, open or closed',
      '/': 'search; Enter: next match; Escape: clear',
      '?': 'this list',
    },
  },
};

/**
 * The ways in which a fact may stand, in the words of the page, and which facts stand so.
 *
 * @type {{ name: string, text: string, holds: (fact: import('./data.js').FactData) => boolean }[]} Later editions have more: `news.js`.
 */
export const STANDINGS = [
  { name: '', text: 'any standing', holds: () => true },
  { name: 'shared', text: 'in two reports or more', holds: ({ reports }) => reports.length > 1 },
  {
    name: 'corroborated',
    text: 'from two origins or more',
    holds: ({ reports, origins }) => reports.length > 1 && origins > 1,
  },
  {
    name: 'one-origin',
    text: 'in several reports, one origin',
    holds: ({ reports, origins }) => reports.length > 1 && origins < 2,
  },
  { name: 'single', text: 'in one report only', holds: ({ reports }) => reports.length === 1 },
  { name: 'disputed', text: 'reports differ', holds: ({ differs }) => differs === 'open' },
  {
    name: 'superseded',
    text: 'updated by a later report',
    holds: ({ differs }) => differs === 'updated',
  },
];
