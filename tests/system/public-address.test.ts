import { describe, expect, test } from 'vitest';
import { isPublic } from '../../src/system/public-address.ts';

describe('isPublic', () => {
  test.each([
    ['8.8.8.8'],
    ['172.15.255.255'],
    ['172.32.0.1'],
    ['2606:4700::1111'],
    ['::ffff:8.8.8.8'],
  ])('%s is of the Internet', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  test.each([
    // This machine
    ['127.0.0.1'],
    ['127.255.255.254'],
    ['0.0.0.0'],
    ['0.1.2.3'],
    ['::'],
    ['::1'],
    // The networks it stands in
    ['10.0.0.1'],
    ['172.16.0.1'],
    ['172.31.255.255'],
    ['192.168.1.1'],
    ['100.64.0.1'],
    ['169.254.169.254'],
    ['fe80::1'],
    ['fe80::1%eth0'],
    ['fc00::1'],
    ['fd00:ec2::254'],
    ['fec0::1'],
    // IPv4 inside IPv6
    ['::ffff:127.0.0.1'],
    ['::ffff:7f00:1'],
    ['::127.0.0.1'],
    ['64:ff9b::7f00:1'],
    ['64:ff9b:1::7f00:1'],
    ['2002:7f00:1::'],
    ['2001::1'],
    // Everybody, nobody, examples, what is not given out yet
    ['224.0.0.1'],
    ['255.255.255.255'],
    ['240.0.0.1'],
    ['192.0.2.1'],
    ['198.18.0.1'],
    ['203.0.113.5'],
    ['ff02::1'],
    ['2001:db8::1'],
    ['4000::1'],
    // No address
    [''],
    ['localhost'],
    ['8.8.8.8:80'],
  ])('%s is not', (address) => {
    expect(isPublic(address)).toBe(false);
  });
});
