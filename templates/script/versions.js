import { all, makeButton } from './dom.js';
import { TEXTS } from './texts.js';

/** Let the reader open all versions of a section at once, and close them. */
export function startVersions() {
  for (const section of all('main section')) {
    const bar = section.querySelector('.bar');
    const folds = () => /** @type {HTMLDetailsElement[]} */ (all('.versions', section));
    if (!bar || folds().length < 2) continue;
    const areOpen = () => folds().every(({ open }) => open);
    const tell = () => {
      button.textContent = areOpen() ? TEXTS.versions.close : TEXTS.versions.open;
    };
    const button = makeButton(TEXTS.versions.open, { class: 'fold' }, () => {
      const open = !areOpen();
      for (const fold of folds()) fold.open = open;
      tell();
    });
    // The reader, or a search, may open and close them one by one.
    section.addEventListener('toggle', tell, true);
    bar.append(button);
  }
}
