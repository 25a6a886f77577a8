/**
 * @typedef {object} FactData What the page knows of a fact.
 * @property {readonly number[]} reports Numbers of the reports that state it.
 * @property {number} origins How many origins it has.
 * @property {string} [differs] That reports give different values: `open`, or `updated` by a later one.
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

/** @returns {Readonly<Record<string, FactData>>} Id of a fact → what is known of it. */
export const factsOnPage = () => readBlock('facts-data').facts ?? {};

/** @returns {Readonly<Record<string, string>>} Number of a report → its label. */
export const reportLabels = () => readBlock('facts-data').reports ?? {};

/** @returns {Readonly<Record<string, Citation>>} Number of a report → how it is cited. */
export const citations = () => readBlock('citation-data').reports ?? {};

/** Ids of the facts that an element is of. @param {Element} element @returns {string[]} */
export const factIds = (element) => (element.getAttribute('data-fact') ?? '').split(' ');
