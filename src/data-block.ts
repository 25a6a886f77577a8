/**
 * Write data for a `script` element of a page. No mark of mark-up is left, so that nothing in it
 * ends the element, whatever a report says.
 */
export const dataBlock = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[<>&\u{2028}\u{2029}]/gu,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
