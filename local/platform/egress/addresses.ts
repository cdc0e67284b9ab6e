import { lookup } from 'node:dns/promises';
import { BlockList } from 'node:net';
import type { PinnedAddress } from '../../runtime/outbound';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * Special-purpose ranges (IANA registries, RFC 6890) that are nobody's public server, with those in which IPv6 carries
 * addresses of IPv4, and the address at which Azure's machines reach their host.
 */
const reserved = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['168.63.129.16', 32],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  reserved.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  reserved.addSubnet(network, prefix, 'ipv6');
}

const type = ({ family }: PinnedAddress) => (family === 6 ? 'ipv6' : 'ipv4');

/** True for an address of this machine. */
export function isLoopback(address: PinnedAddress): boolean {
  return loopback.check(address.address, type(address));
}

/** True for an address that no public server has: private, loopback, link-local, metadata, multicast. */
export function isReserved(address: PinnedAddress): boolean {
  return reserved.check(address.address, type(address));
}

/** All addresses of the host name, or an empty list when it does not resolve. IPv6 literals may stand in brackets. */
export async function resolveHost(host: string): Promise<PinnedAddress[]> {
  try {
    return await lookup(host.replace(/^\[(.*)\]$/, '$1'), { all: true });
  } catch {
    return [];
  }
}
