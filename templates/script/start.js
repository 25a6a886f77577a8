import { startCards } from './cards.js';
import { startCopy } from './copy.js';
import { make, makeButton } from './dom.js';
import { startFilter } from './filter.js';
import { startKeyboard } from './keyboard.js';
import { unfold } from './reveal.js';
import { startSearch } from './search.js';
import { TEXTS } from './texts.js';
import { startVersions } from './versions.js';

const filter = startFilter();
const search = startSearch();
const cards = startCards();
startCopy();
startVersions();
const keys = startKeyboard({ search: search.input, closeCard: cards.close });

/** The controls in one line; on a narrow screen those of the filter are folded. */
const filterBox = make('div', { class: 'filter', id: 'filter' }, filter.reports, filter.standing);
const more = makeButton(
  TEXTS.filter,
  { class: 'more', 'aria-expanded': 'false', 'aria-controls': 'filter' },
  () => more.setAttribute('aria-expanded', String(filterBox.classList.toggle('open'))),
);
const bar = document.querySelector('.tools');
bar?.setAttribute('role', 'region');
bar?.setAttribute('aria-label', TEXTS.bar);
bar?.append(search.box, more, filterBox, filter.count, filter.clear, keys);

/** What a link leads to is unfolded, and shown whatever the filter. */
function land() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.closest('.filtered')) filter.showAll();
  if (unfold(target).length > 0) target.scrollIntoView();
}
addEventListener('hashchange', land);
land();
