/**
 * @typedef {object} FactData What the page knows of a fact.
 * @property {readonly number[]} reports Numbers of the reports that state it.
 * @property {number} origins How many origins it has.
 * @property {string} [differs] That reports give different values: `open`, or `updated` by a later one.
 * @property {'new' | 'changed' | 'lost'} [news] What became of it since the last edition, where anything did.
 * @property {readonly string[]} passages Ids of the passages that state it.
 * @property {readonly string[]} [close] Ids of those that are close, and not counted.
 *
 * @typedef {object} Citation A report as it is cited.
 * @property {string} text
 * @property {unknown} csl
 * @property {string} bibtex
 */

/** @param {string} id @returns {any} What a data block of the page holds, if it is there. */
function readBlock(id) {
  const text = document.getElementById(id)?.textContent;
  return text ? JSON.parse(text) : {};
}

/** @type {Readonly<Record<string, FactData>>} Id of a fact → what is known of it. */
export const FACTS = readBlock('facts-data').facts ?? {};

/** @type {Readonly<Record<string, string>>} Number of a report → its label. */
export const LABELS = readBlock('facts-data').reports ?? {};

/** @type {Readonly<Record<string, Citation>>} Number of a report → how it is cited. */
export const CITATIONS = readBlock('citation-data').reports ?? {};

/** Ids of the facts that an element is of. @param {Element} element @returns {string[]} */
export const factIds = (element) => (element.getAttribute('data-fact') ?? '').split(' ');

/** Ids of the passages of a fact: those that state it first. @param {string} fact @returns {string[]} */
export const passagesOf = (fact) => [
  ...(FACTS[fact]?.passages ?? []),
  ...(FACTS[fact]?.close ?? []),
];
