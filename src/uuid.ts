/**
 * A UUID (version 8, RFC 9562) made of a hash, as a URN.
 *
 * @param hex At least 32 hexadecimal digits.
 */
export function uuidFrom(hex: string): string {
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `urn:uuid:${[
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')}`;
}
