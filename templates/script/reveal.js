/**
 * Open whatever an element is folded in.
 *
 * @param {Element} element
 * @returns {HTMLDetailsElement[]} What was opened.
 */
export function unfold(element) {
  const opened = [];
  for (let at = element.closest('details'); at; at = at.parentElement?.closest('details') ?? null) {
    if (!at.open) opened.push(at);
    at.open = true;
  }
  return opened;
}

/**
 * Bring an element into sight, and put the focus on it.
 *
 * @param {HTMLElement} element
 */
export function goTo(element) {
  unfold(element);
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.scrollIntoView({ block: element.matches('.row') ? 'nearest' : 'center' });
  element.focus({ preventScroll: true });
}
