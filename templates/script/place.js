/** Room beside a statement, in pixels, in which a card can be read. */
const MIN_ROOM = 240;

/** Between a card and what it stands at, and to the edges of the window, in pixels. */
const APART_BY = 6;

/**
 * Put a card beside its statement, else below or above its figure; on a narrow screen the styles
 * have put it at the bottom, and the statement is kept in sight.
 *
 * @param {HTMLElement} card
 * @param {HTMLElement} figure
 */
export function place(card, figure) {
  card.classList.remove('placed');
  card.style.width = '';
  if (matchMedia('(max-width: 40rem)').matches) {
    const covered = figure.getBoundingClientRect().bottom - card.getBoundingClientRect().top;
    if (covered > -APART_BY) scrollBy(0, covered + APART_BY);
    return;
  }
  card.classList.add('placed');
  const margin = marginBeside(figure);
  if (margin) card.style.width = `${margin.width}px`;
  const { width, height } = card.getBoundingClientRect();
  const at = figure.getBoundingClientRect();
  const right = document.documentElement.clientWidth - APART_BY;
  const left = margin ? margin.left : Math.min(at.left, right - width);
  const top = margin ? margin.top : at.bottom + APART_BY;
  // Where it does not fit below: as low as it does beside the statement, or above the figure.
  const higher = margin ? innerHeight - APART_BY - height : at.top - APART_BY - height;
  const fits = top + height < innerHeight - APART_BY || higher < 0;
  card.style.left = `${scrollX + left}px`;
  card.style.top = `${scrollY + (fits ? top : higher)}px`;
}

/**
 * The margin beside the statement of a figure, where it is wide enough.
 *
 * @param {Element} figure
 */
function marginBeside(figure) {
  const row = figure.closest('.row');
  const said = row?.querySelector('.said')?.getBoundingClientRect();
  if (!row || !said) return null;
  const gap = Number.parseFloat(getComputedStyle(row).columnGap) || 0;
  const { right, top } = row.getBoundingClientRect();
  const left = said.right + gap;
  return right - left < MIN_ROOM ? null : { left, width: right - left, top };
}
