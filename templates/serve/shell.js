/**
 * The shell of the preview: shows the edition in a frame, and how the last build went above it. All
 * words come as data and are set as text.
 */

const PAGE = 'index.html';
const NAMES = { [PAGE]: 'Page alone', 'briefing.pdf': 'PDF', 'briefing.json': 'JSON' };
const at = (id) => document.getElementById(id);

let shown = null;

const events = new EventSource('/events');
events.onmessage = ({ data }) => show(JSON.parse(data));
events.onerror = () => say('The preview was stopped. Waiting for it …', true);

function show(state) {
  say(wordsOf(state), state.phase === 'failed');
  document.title = state.title === null ? 'Preview' : `${state.title} – preview`;
  at('files').replaceChildren(...state.files.map(linkTo));
  if (state.phase === 'building') return;
  const isFailure = ({ grade }) => grade === 'failure';
  const failures = state.messages.filter(isFailure);
  at('failures').replaceChildren(...(failures.length > 0 ? [listOf(failures)] : []));
  remark(state.messages.filter((message) => !isFailure(message)));
  if (state.edition !== null && state.edition !== shown) load(state.edition);
}

function say(words, failed) {
  at('state').textContent = words;
  at('state').className = failed ? 'failed' : '';
}

function wordsOf({ phase, milliseconds, edition }) {
  if (phase === 'building') return 'Building …';
  const took = `${(milliseconds / 1000).toFixed(1)} s`;
  if (phase === 'built') return `Built in ${took}`;
  return edition === null ? 'The build failed' : 'The build failed: this is the last good edition';
}

function linkTo(name) {
  const link = document.createElement('a');
  link.href = `/edition/${encodeURIComponent(name)}`;
  link.target = '_blank';
  link.textContent = NAMES[name] ?? name;
  return link;
}

function remark(remarks) {
  const warnings = remarks.filter(({ grade }) => grade === 'warning').length;
  const notes = remarks.length - warnings;
  const count = (number, one, more) =>
    number > 0 ? [`${number} ${number === 1 ? one : more}`] : [];
  at('remarks').hidden = remarks.length === 0;
  at('remarks').firstElementChild.textContent = [
    ...count(warnings, 'warning', 'warnings'),
    ...count(notes, 'note', 'notes'),
  ].join(', ');
  at('remarks').lastElementChild.replaceChildren(listOf(remarks));
}

function listOf(messages) {
  const list = document.createElement('ul');
  list.append(...messages.map(itemOf));
  return list;
}

function itemOf({ file, line, column, rule, text }) {
  const item = document.createElement('li');
  const place = document.createElement('b');
  const tail = document.createElement('span');
  // Names of files may hold anything; marks that turn text around stay within them.
  place.dir = 'auto';
  place.textContent = [file, line, column].filter((part) => part !== null && part !== '').join(':');
  tail.textContent = rule;
  item.append(place, ' ', text, ' ', tail);
  return item;
}

// ---------------------------------------------------------------------------------------------
// The frame

/** Load an edition behind the one that is seen, and put it in its place once it stands as that did. */
function load(edition) {
  shown = edition;
  for (const waiting of document.querySelectorAll('iframe.next')) waiting.remove();
  const frame = document.createElement('iframe');
  frame.className = 'next';
  frame.title = 'The edition';
  frame.allow = 'clipboard-write';
  frame.src = `/edition/${PAGE}?${edition}`;
  frame.addEventListener('load', () => {
    if (frame.className !== 'next') return;
    const last = document.querySelector('iframe:not(.next)');
    if (last) restore(frame, placeIn(last));
    frame.contentDocument.addEventListener('click', openOutside, true);
    frame.className = '';
    last?.remove();
  });
  at('place').append(frame);
}

/** What of the page is open, and what stands at the upper edge of the window, and how far from it. */
function placeIn({ contentWindow, contentDocument }) {
  const named = [...contentDocument.querySelectorAll('main [id]')];
  const top = named.find((element) => {
    const { bottom, height } = element.getBoundingClientRect();
    return height > 0 && bottom > 0 && element.tagName !== 'SECTION';
  });
  return {
    y: contentWindow.scrollY,
    id: contentWindow.scrollY > 0 ? top?.id : undefined,
    offset: top?.getBoundingClientRect().top,
    open: [...contentDocument.querySelectorAll('details[open]')].map(keyOf),
  };
}

function restore({ contentWindow, contentDocument }, { y, id, offset, open }) {
  for (const details of contentDocument.querySelectorAll('details')) {
    if (open.includes(keyOf(details))) details.open = true;
  }
  const element = id === undefined ? null : contentDocument.getElementById(id);
  contentWindow.scrollTo({
    top: element ? contentWindow.scrollY + element.getBoundingClientRect().top - offset : y,
    behavior: 'instant',
  });
}

/** What tells a fold from all others: the part that it stands in, and which of that part's it is. */
function keyOf(details) {
  const part = details.parentElement.closest('[id]');
  const siblings = [...(part ?? details.ownerDocument).querySelectorAll('details')];
  return `${part?.id ?? ''} ${siblings.indexOf(details)}`;
}

/** Pages of others do not show in frames. */
function openOutside({ target }) {
  const link = target.closest('a[href^="http"]');
  if (!link) return;
  link.target = '_blank';
  link.rel = 'noopener';
}
