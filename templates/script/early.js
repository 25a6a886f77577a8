/*
 * Runs before the page is shown, unlike the rest: begins to load the fonts, which lie in the page, so
 * that the text is set in them from the first, and nothing shifts.
 */
for (const font of document.fonts) font.load().catch(() => {});
