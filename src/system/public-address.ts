import ipaddr from 'ipaddr.js';

/** The part of IPv6 that is given out to the Internet (RFC 4291); everything else is special. */
const GIVEN_OUT = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an IP address belongs to the public Internet. Everything else leads to this machine, to
 * the network it stands in, or through a gateway to either: a page must not be able to send the
 * program there.
 *
 * @param text An address in any notation; what is none is not public.
 */
export function isPublic(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  // An IPv4 address inside an IPv6 one (`::ffff:127.0.0.1`) is judged as what it is.
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(GIVEN_OUT);
}
