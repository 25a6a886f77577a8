/**
 * Make an element.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Readonly<Record<string, string>>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/**
 * Make a button.
 *
 * @param {string} text What it shows.
 * @param {Readonly<Record<string, string>>} attributes
 * @param {() => void} press What it does.
 */
export function makeButton(text, attributes, press) {
  const button = make('button', { type: 'button', ...attributes }, text);
  button.addEventListener('click', press);
  return button;
}

/**
 * Find elements, in the order of the page.
 *
 * @param {string} selector
 * @param {ParentNode} root
 * @returns {HTMLElement[]}
 */
export const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

/** @param {EventTarget | null} target @param {string} selector @returns {HTMLElement | null} */
export const nearest = (target, selector) =>
  target instanceof Element ? target.closest(selector) : null;

/** Whether an element is seen: neither folded nor filtered away. @param {Element} element */
export const isSeen = (element) => element.checkVisibility();
