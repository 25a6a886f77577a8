import { copyGroup } from './copy.js';
import { FACTS, factIds, passagesOf } from './data.js';
import { all, make, makeButton, nearest } from './dom.js';
import { place } from './place.js';
import { goTo } from './reveal.js';
import { TEXTS } from './texts.js';

/**
 * @typedef {object} Opened
 * @property {HTMLElement} card
 * @property {HTMLElement} figure What opened it, or the first of those walked through.
 * @property {string} fact Id of the fact.
 */

/**
 * Make more of the cards: they open beside the statement, with a way through all passages of the
 * fact, and give the focus back.
 *
 * @returns What closes the card that is open.
 */
export function startCards() {
  /** @type {{ now: Opened | null }} */
  const state = { now: null };
  const isOpen = () => state.now?.card.matches(':popover-open') ?? false;
  const close = () => closeCard(true);

  /** @param {HTMLElement} card @param {HTMLElement} figure @param {string} fact */
  function open(card, figure, fact) {
    dress(card, { fact, walk, close });
    state.now = { card, figure, fact };
    markShown(card, figure);
    showCard(card, figure);
    place(card, figure);
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
  }

  /** @param {boolean} back Whether the focus returns to the figure. */
  function closeCard(back) {
    const { now } = state;
    unmarkShown();
    if (now && isOpen()) {
      now.card.hidePopover();
      if (back) now.figure.focus();
    }
    state.now = null;
  }

  /** @param {number} step */
  function walk(step) {
    const { now } = state;
    if (!now) return;
    const passages = passagesOf(now.fact);
    const at = passages.indexOf(claimOf(now.card)) + step;
    const next = document.getElementById(`p-${passages.at(at % passages.length)}`);
    if (next && next !== now.card) open(next, now.figure, now.fact);
  }

  /** @param {HTMLElement} figure */
  function press(figure) {
    const card = document.getElementById(figure.getAttribute('popovertarget') ?? '');
    if (isOpen() && state.now?.figure === figure) close();
    else if (card) open(card, figure, factOf(figure, claimOf(card)));
  }

  /** @param {HTMLElement} link */
  function follow(link) {
    const target = document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
    const figure = state.now?.figure;
    closeCard(false);
    if (!target) return;
    if (figure && !target.matches('.row')) offerBack(target, figure);
    // After the browser has gone there itself.
    setTimeout(() => goTo(target));
  }

  document.addEventListener('click', (event) => {
    const figure = nearest(event.target, 'button.cite');
    const link = nearest(event.target, '.card a[href^="#"]');
    if (figure) event.preventDefault();
    if (figure) press(figure);
    if (link) follow(link);
  });
  document.addEventListener('keydown', (event) => {
    if (!state.now?.card.contains(document.activeElement)) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const act = { ArrowLeft: () => walk(-1), ArrowRight: () => walk(1), Escape: close }[event.key];
    if (!act || (event.key !== 'Escape' && nearest(event.target, 'textarea'))) return;
    event.preventDefault();
    act();
  });
  document.addEventListener(
    'toggle',
    (event) => {
      if (state.now?.card === event.target && !isOpen()) unmarkShown();
    },
    true,
  );
  addEventListener('resize', () => {
    if (state.now && isOpen()) place(state.now.card, state.now.figure);
  });
  return { close };
}

/**
 * Where the browser knows how, the card's place in the order of Tab is behind its figure.
 *
 * @param {HTMLElement} card
 * @param {HTMLElement} figure
 */
function showCard(card, figure) {
  const show = /** @type {(options: { source: HTMLElement }) => void} */ (card.showPopover);
  show.call(card, { source: figure });
}

/**
 * Mark the figures of the passage that is shown, with the statement in hand.
 *
 * @param {HTMLElement} card
 * @param {HTMLElement} figure
 */
function markShown(card, figure) {
  unmarkShown();
  const around = figure.closest('[data-fact]') ?? figure;
  for (const one of all(`[popovertarget="${card.id}"]`, around)) one.classList.add('shown');
}

function unmarkShown() {
  for (const one of all('.cite.shown')) one.classList.remove('shown');
}

/** @param {Element} card */
const claimOf = (card) => card.id.slice('p-'.length);

/**
 * The fact that a figure stands with: of those around it, the one that has the passage.
 *
 * @param {Element} figure
 * @param {string} claim
 */
function factOf(figure, claim) {
  const around = figure.closest('[data-fact]');
  const near = around ? factIds(around) : [];
  return [...near, ...Object.keys(FACTS)].find((id) => passagesOf(id).includes(claim)) ?? '';
}

/**
 * Put into a card what leads from it.
 *
 * @param {HTMLElement} card
 * @param {object} shown
 * @param {string} shown.fact
 * @param {(step: number) => void} shown.walk
 * @param {() => void} shown.close
 */
function dress(card, { fact, walk, close }) {
  for (const old of all('.walk, .for, .copy', card)) old.remove();
  const claim = claimOf(card);
  const passages = passagesOf(fact);
  const bar = make('div', { class: 'walk' }, make('span', {}, placeOf(claim, fact)));
  if (passages.length > 1) {
    bar.prepend(makeButton('‹', { 'aria-label': TEXTS.card.previous }, () => walk(-1)));
    bar.append(makeButton('›', { 'aria-label': TEXTS.card.next }, () => walk(1)));
  }
  bar.append(makeButton('×', { class: 'close', 'aria-label': TEXTS.card.close }, close));
  card.prepend(bar);
  const words = wordsOf(fact);
  const link = make('a', { href: `#${fact}` }, words);
  if (words) card.append(make('p', { class: 'for soft' }, `${TEXTS.card.fact} `, link));
  const passage = card.querySelector('blockquote mark') ?? card.querySelector('blockquote');
  const copying = copyGroup(card.dataset['report'] ?? '', passage?.textContent?.trim() ?? '');
  if (copying) card.append(copying);
}

/**
 * Which of its fact's passages a passage is: those that state it, and those that are close, are
 * counted apart, as on the page.
 *
 * @param {string} claim
 * @param {string} fact
 */
function placeOf(claim, fact) {
  const close = FACTS[fact]?.close ?? [];
  const isClose = close.includes(claim);
  const alike = isClose ? close : (FACTS[fact]?.passages ?? []);
  return TEXTS.card.place(alike.indexOf(claim) + 1, alike.length, isClose);
}

/** The words of a fact's statement, without figures. @param {string} fact */
function wordsOf(fact) {
  const statement = document.getElementById(fact)?.querySelector('.statement')?.cloneNode(true);
  if (!(statement instanceof Element)) return '';
  for (const part of all('.cites, .tag', statement)) part.remove();
  return statement.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

/**
 * Put a way back to the statement behind a sentence of a report's text.
 *
 * @param {HTMLElement} sentence
 * @param {HTMLElement} figure
 */
function offerBack(sentence, figure) {
  for (const old of all('.back')) old.remove();
  const back = makeButton(TEXTS.card.back, { class: 'back' }, () => {
    back.remove();
    goTo(figure);
  });
  sentence.after(' ', back);
}
