import ipaddr from 'ipaddr.js';

/** Names of this machine that no name server is asked for. */
const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** Addresses that stand for all of this machine's. */
const ANY = ['0.0.0.0', '::'];

/**
 * Tell whether a request is meant for this server by its `Host` header. A page of the Web can have
 * its own name point to this machine, and would then be let read the reports as if it were served
 * from here; the header still has that name.
 *
 * @param bound The address or name that the server listens to. Where that is any, every address is
 *   good: it is no name that could be pointed elsewhere.
 */
export function isOurs(header: string | undefined, bound: string): boolean {
  const [, host] = /^(\[[\da-f:.%]+\]|[^:[\]]+)(?::\d{1,5})?$/iu.exec(header ?? '') ?? [];
  if (host === undefined) return false;
  const name = host.toLowerCase();
  if (OWN_NAMES.includes(name) || name === inHeader(bound)) return true;
  return ANY.includes(bound) && ipaddr.isValid(name.replace(/^\[|\]$/gu, ''));
}

/** Whether only this machine can reach what is served there. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || (ipaddr.isValid(host) && ipaddr.parse(host).range() === 'loopback');

/** A host as it stands in addresses: those of IPv6 in brackets. */
export const inHeader = (host: string): string =>
  host.includes(':') ? `[${host}]` : host.toLowerCase();
