import { FACTS, factIds, LABELS } from './data.js';
import { all, make, makeButton } from './dom.js';
import { STANDINGS, TEXTS } from './texts.js';

/** With more reports than these a button each would fill the bar: they are chosen from a list. */
const MOST_BUTTONS = 12;

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
  const makeReports = Object.keys(LABELS).length > MOST_BUTTONS ? reportList : reportButtons;
  const reports = makeReports((number) => {
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
    reports.show(chosen);
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

  return { reports: reports.box, standing, count, clear, showAll };
}

/**
 * @typedef {object} Choice The means to choose reports.
 * @property {HTMLElement} box
 * @property {(chosen: ReadonlySet<number>) => void} show Tells which are chosen.
 */

/** A button a report. @param {(number: number) => void} choose @returns {Choice} */
function reportButtons(choose) {
  const buttons = Object.keys(LABELS).map((number) => reportButton(Number(number), choose));
  return {
    box: reportBox(...buttons),
    show: (chosen) => {
      for (const button of buttons) {
        button.setAttribute('aria-pressed', String(chosen.has(Number(button.textContent))));
      }
    },
  };
}

/**
 * A list of the reports, and a button for each that was chosen from it, which lets it go again.
 *
 * @param {(number: number) => void} choose
 * @returns {Choice}
 */
function reportList(choose) {
  const any = make('option', { value: '' }, TEXTS.anyReport);
  const list = make('select', { 'aria-label': TEXTS.statedBy }, any);
  for (const [number, name] of Object.entries(LABELS)) {
    list.append(make('option', { value: number }, TEXTS.inList(number, name)));
  }
  list.addEventListener('change', () => choose(Number(list.value)));
  const taken = make('span', { class: 'taken' });
  const show = (/** @type {ReadonlySet<number>} */ chosen) => {
    const held = taken.contains(document.activeElement);
    const buttons = [...chosen].sort((a, b) => a - b).map((number) => reportButton(number, choose));
    for (const button of buttons) button.setAttribute('aria-pressed', 'true');
    taken.replaceChildren(...buttons);
    for (const option of list.options) option.disabled = chosen.has(Number(option.value));
    any.textContent = chosen.size > 0 ? TEXTS.oneMore : TEXTS.anyReport;
    list.value = '';
    if (held) list.focus();
  };
  show(new Set());
  return { box: reportBox(list, taken), show };
}

/** @param {number} number @param {(number: number) => void} choose */
function reportButton(number, choose) {
  const title = TEXTS.report(String(number), LABELS[number] ?? '');
  const attributes = { 'aria-pressed': 'false', 'aria-label': title, title };
  return makeButton(String(number), attributes, () => choose(number));
}

/** @param {...HTMLElement} children */
function reportBox(...children) {
  const label = make('span', { class: 'label', 'aria-hidden': 'true' }, TEXTS.statedBy);
  const group = { class: 'by', role: 'group', 'aria-label': TEXTS.statedBy };
  return make('div', group, label, ...children);
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
