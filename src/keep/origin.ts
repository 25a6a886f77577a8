import type { Field, Metadata } from '../types.ts';

/**
 * Complete what a report says of itself with what is known from where it was fetched.
 *
 * @param address After redirects; null for a file of the disk, which tells nothing.
 */
export function withOrigin(metadata: Metadata, address: string | null): Metadata {
  if (address === null) return metadata;
  const host = hostOf(address);
  return {
    ...metadata,
    // A page may give its address without what only counts visitors, but not that of another.
    url: hostOf(metadata.url.value) === host ? metadata.url : stated(address),
    outlet:
      metadata.outlet.value === null
        ? { value: host, basis: 'inferred', because: 'the host of its address' }
        : metadata.outlet,
  };
}

const stated = (address: string): Field<string> => ({
  value: address,
  basis: 'stated',
  because: 'the address that it was fetched from',
});

function hostOf(address: string | null): string | null {
  return address !== null && URL.canParse(address)
    ? new URL(address).hostname.replace(/^www\./u, '')
    : null;
}
