import { isLoopback, isReserved } from '../../../local/platform/egress/addresses';

const family = (address: string) => ({ address, family: address.includes(':') ? (6 as const) : (4 as const) });

test.each([
  ['this host on this network', '0.0.0.0'],
  ['a private network', '10.1.2.3'],
  ['the metadata service', '169.254.169.254'],
  ['the host of a machine in Azure', '168.63.129.16'],
  ['documentation', '192.0.2.1'],
  ['documentation', '198.51.100.1'],
  ['documentation', '203.0.113.1'],
  ['the former relays of 6to4', '192.88.99.1'],
  ['IPv4 in IPv6', '::127.0.0.1'],
  ['IPv4 in IPv6, mapped', '::ffff:10.0.0.1'],
  ['6to4', '2002:7f00:1::'],
  ['NAT64', '64:ff9b::7f00:1'],
  ['local NAT64', '64:ff9b:1::7f00:1'],
  ['Teredo', '2001:0:53aa:64c::'],
  ['discarded packets', '100::1'],
  ['a former site', 'fec0::1'],
  ['a link', 'fe80::1'],
  ['a unique local address', 'fd00::1'],
  ['documentation', '2001:db8::1'],
])('an address of %s is reserved (%s)', (_, address) => {
  expect(isReserved(family(address))).toBe(true);
});

test.each(['8.8.8.8', '1.1.1.1', '168.63.129.17', '2001:4860:4860::8888', '2606:4700::1111'])(
  '%s is a public address',
  (address) => {
    expect(isReserved(family(address)) || isLoopback(family(address))).toBe(false);
  },
);
