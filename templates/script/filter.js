import { FACTS, factIds, LABELS } from './data.js';
import { all, make, makeButton } from './dom.js';
import { STANDINGS, TEXTS } from './texts.js';

/** What may hold facts, and goes when none is left in it. */
const HOLDERS = '.days > li, table, details, figure, .wordings, .missing';

/**
 * Let the reader choose which facts are shown: what all the chosen reports state, and how it
 * stands. On paper all facts stand, since what is left out there cannot be had again.
 *
 * @returns The controls, and what shows all facts again.
 */
export function startFilter() {
  const total = Object.keys(FACTS).length;
  /** @type {Set<number>} */
  const chosen = new Set();
  const count = make('span', { class: 'count', role: 'status' });
  const clear = makeButton(TEXTS.showAll, { class: 'clear', hidden: '' }, showAll);
  const standing = standingList();
  const reports = reportButtons((number) => {
    if (!chosen.delete(number)) chosen.add(number);
    update();
  });
  standing.addEventListener('change', update);

  function update() {
    const row = STANDINGS.find(({ name }) => name === standing.value);
    const shown = Object.entries(FACTS)
      .filter(([, fact]) => row?.holds(fact) ?? true)
      .filter(([, fact]) => [...chosen].every((number) => fact.reports.includes(number)))
      .map(([id]) => id);
    for (const button of all('[aria-pressed]', reports)) {
      button.setAttribute('aria-pressed', String(chosen.has(Number(button.textContent))));
    }
    clear.hidden = chosen.size === 0 && standing.value === '';
    showOnly(clear.hidden ? null : new Set(shown));
    count.textContent = TEXTS.count(shown.length, total);
  }

  function showAll() {
    const held = document.activeElement === clear;
    chosen.clear();
    standing.value = '';
    update();
    if (held) standing.focus();
  }

  return { reports, standing, count, clear, showAll };
}

/** A button a report. @param {(number: number) => void} choose */
function reportButtons(choose) {
  const label = make('span', { class: 'label', 'aria-hidden': 'true' }, TEXTS.statedBy);
  const buttons = Object.entries(LABELS).map(([number, name]) => {
    const title = TEXTS.report(number, name);
    const attributes = { 'aria-pressed': 'false', 'aria-label': title, title };
    return makeButton(number, attributes, () => choose(Number(number)));
  });
  const group = { class: 'by', role: 'group', 'aria-label': TEXTS.statedBy };
  return make('div', group, label, ...buttons);
}

/** The standings that any fact has, each with how many. */
function standingList() {
  const list = make('select', { 'aria-label': TEXTS.standing });
  for (const { name, text, holds } of STANDINGS) {
    const count = Object.values(FACTS).filter(holds).length;
    const label = name ? `${text} (${count})` : text;
    if (count > 0) list.append(make('option', { value: name }, label));
  }
  return list;
}

/**
 * Show what is of some facts, in all parts alike, without headings that nothing is left under.
 *
 * @param {ReadonlySet<string> | null} facts Ids; `null` for all.
 */
function showOnly(facts) {
  for (const item of document.querySelectorAll('main [data-fact]')) {
    item.classList.toggle('filtered', !!facts && !factIds(item).some((id) => facts.has(id)));
  }
  for (const holder of all(HOLDERS, main())) {
    const items = itemsIn([holder]);
    holder.classList.toggle('filtered', isEmptied(items));
    tellShown(holder, facts ? items : []);
  }
  for (const heading of all('h3, dt', main())) {
    heading.classList.toggle('filtered', isEmptied(itemsIn(below(heading))));
  }
  for (const section of all('section', main())) {
    section.querySelector('.none')?.remove();
    if (!isEmptied(itemsIn([section]))) continue;
    section.append(make('p', { class: 'none prose soft' }, TEXTS.none));
  }
  document.dispatchEvent(new Event('synoptic-filtered'));
}

const main = () => document.querySelector('main') ?? document.body;

/** @param {Element[]} elements */
const itemsIn = (elements) =>
  elements.flatMap((element) =>
    element.matches('[data-fact]') ? [element] : [...element.querySelectorAll('[data-fact]')],
  );

/** @param {Element[]} items */
const isEmptied = (items) =>
  items.length > 0 && items.every((item) => item.classList.contains('filtered'));

/** What stands below a heading, up to the next. @param {Element} heading */
function below(heading) {
  const found = [];
  for (
    let next = heading.nextElementSibling;
    next && next.tagName !== heading.tagName;
    next = next.nextElementSibling
  ) {
    found.push(next);
  }
  return found;
}

/** Say at a fold how much of what it counts is shown. @param {Element} holder @param {Element[]} items */
function tellShown(holder, items) {
  const summary = holder.matches('details') && holder.querySelector('summary');
  if (!summary) return;
  const shown = items.filter((item) => !item.classList.contains('filtered')).length;
  if (items.length === 0 || shown === items.length) summary.removeAttribute('data-shown');
  else summary.setAttribute('data-shown', `${shown} shown`);
}
