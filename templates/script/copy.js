import { CITATIONS } from './data.js';
import { all, make, makeButton } from './dom.js';
import { TEXTS } from './texts.js';

/**
 * What can be copied, and how it is made of a citation, the number of its report, and the passage.
 *
 * @type {Readonly<Record<keyof typeof TEXTS.copy.names, (citation: import('./data.js').Citation, number: string, words: string) => string>>}
 */
const COPIES = {
  text: ({ text }, number, words) => `${quoted(words)}[${number}] ${text}`,
  csl: ({ csl }) => JSON.stringify([csl], null, 2),
  bibtex: ({ bibtex }) => bibtex,
};

/** A passage as it stands, in marks that it does not use itself. @param {string} words */
function quoted(words) {
  if (!words) return '';
  return words.includes('“') ? `‘${words}’ ` : `“${words}” `;
}

/** Let the reader copy how a report is cited, at its entry among the sources. */
export function startCopy() {
  for (const entry of all('.reports > li[id^="source-"] .entry')) {
    const number = entry.closest('li')?.id.replace('source-', '') ?? '';
    const group = copyGroup(number, '');
    if (group) entry.after(group);
  }
}

/**
 * Buttons that copy a citation.
 *
 * @param {string} number Number of the report.
 * @param {string} words The passage; empty for the report as a whole.
 * @returns Nothing where the page does not know how the report is cited.
 */
export function copyGroup(number, words) {
  const citation = CITATIONS[number];
  if (!citation) return null;
  const told = make('span', { class: 'told', role: 'status' });
  const label = make('span', { class: 'label', 'aria-hidden': 'true' }, TEXTS.copy.group);
  const group = make(
    'div',
    { class: 'copy', role: 'group', 'aria-label': TEXTS.copy.group },
    label,
  );
  for (const [kind, made] of Object.entries(COPIES)) {
    const name = TEXTS.copy.names[/** @type {keyof typeof COPIES} */ (kind)];
    const press = () => copy(made(citation, number, words), group, told);
    group.append(makeButton(name, { 'aria-label': `${TEXTS.copy.group} ${name}` }, press));
  }
  group.append(told);
  return group;
}

/**
 * Copy a text; where the browser does not let a page do that, show it selected.
 *
 * @param {string} text @param {HTMLElement} group @param {HTMLElement} told
 */
async function copy(text, group, told) {
  group.querySelector('textarea')?.remove();
  told.textContent = '';
  try {
    await navigator.clipboard.writeText(text);
    told.textContent = TEXTS.copy.done;
  } catch {
    const area = make(
      'textarea',
      { readonly: '', rows: '4', 'aria-label': TEXTS.copy.byHand },
      text,
    );
    group.append(area);
    told.textContent = TEXTS.copy.byHand;
    area.select();
    area.focus();
  }
}
