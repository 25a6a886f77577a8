import { all, isSeen, make, makeButton, nearest } from './dom.js';
import { goTo } from './reveal.js';
import { TEXTS } from './texts.js';

/** Where it is kept that the reader does not want single keys. */
const SWITCH = 'synoptic-keys';

/**
 * Let the reader go through the page by single keys, unless they switch them off (WCAG 2.1.4).
 *
 * @param {{ search: HTMLInputElement, closeCard: () => void }} page
 * @returns A button that opens the list of keys.
 */
export function startKeyboard({ search, closeCard }) {
  /** @type {Readonly<Record<string, () => void>>} */
  const acts = {
    j: () => step(1),
    k: () => step(-1),
    c: openFirst,
    v: toggleVersions,
    '/': () => search.focus(),
    '?': () => dialog.showModal(),
  };
  const on = make('input', { type: 'checkbox' });
  on.checked = remembered() !== 'off';
  on.addEventListener('change', () => remember(on.checked ? 'on' : 'off'));
  const dialog = keysDialog(on);
  document.body.append(dialog);

  /** @param {number} by */
  function step(by) {
    closeCard();
    const rows = all('main .row').filter(isSeen);
    const at = rows.indexOf(rowInHand(rows) ?? document.body);
    const inHand = rows[at]?.contains(document.activeElement);
    const next = rows[inHand ? at + by : at];
    if (next) goTo(next);
  }

  document.addEventListener('keydown', (event) => {
    if (!on.checked || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
      return;
    if (dialog.open || nearest(event.target, 'input, textarea, select')) return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  return makeButton(TEXTS.keys.button, { class: 'keys' }, () => dialog.showModal());
}

/** The list of keys, with the switch. @param {HTMLInputElement} on */
function keysDialog(on) {
  const list = make('dl', {});
  for (const [key, text] of Object.entries(TEXTS.keys.of)) {
    list.append(make('div', {}, make('dt', {}, make('kbd', {}, key)), make('dd', {}, text)));
  }
  const dialog = make(
    'dialog',
    { class: 'keys-list', 'aria-labelledby': 'keys-heading' },
    make('h2', { id: 'keys-heading' }, TEXTS.keys.heading),
    list,
    make('label', {}, on, ` ${TEXTS.keys.single}`),
    make('p', { class: 'soft' }, TEXTS.keys.note),
    makeButton(TEXTS.keys.close, {}, () => dialog.close()),
  );
  return dialog;
}

/** The statement with the focus, else the first one in sight. @param {HTMLElement[]} rows */
function rowInHand(rows) {
  return (
    rows.find((row) => row.contains(document.activeElement)) ??
    rows.find((row) => row.getBoundingClientRect().top > 50) ??
    rows.at(-1)
  );
}

function openFirst() {
  const figure = rowInHand(all('main .row').filter(isSeen))?.querySelector(
    '.statement button.cite',
  );
  if (figure instanceof HTMLElement) figure.click();
}

function toggleVersions() {
  const row = rowInHand(all('main .row').filter(isSeen));
  const fold = /** @type {HTMLDetailsElement | null} */ (row?.querySelector('.versions') ?? null);
  if (!fold) return;
  fold.open = !fold.open;
  // What was opened below the edge of the window would not be seen.
  row?.scrollIntoView({ block: 'nearest' });
}

/** @returns {string | null} Nothing where pages may not keep anything. */
function remembered() {
  try {
    return localStorage.getItem(SWITCH);
  } catch {
    return null;
  }
}

/** @param {string} value */
function remember(value) {
  try {
    localStorage.setItem(SWITCH, value);
  } catch {
    // Then it holds until the page is left.
  }
}
