import { STANDINGS } from './texts.js';

/* On the page of a second edition, or a later one, alone: facts may be chosen by what became of them. */
STANDINGS.push(
  { name: 'new', text: 'new in this edition', holds: ({ news }) => news === 'new' },
  {
    name: 'changed',
    text: 'changed since the last edition',
    holds: ({ news }) => !!news && news !== 'new',
  },
);
