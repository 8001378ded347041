import { BlockList, isIP } from 'node:net';

/** Networks that the internet does not reach: RFC 1918, 6598, 3927, 4193, 4291 and loopback. */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv6');
}
const PRIVATE_NAMES = ['localhost', 'local', 'internal', 'lan', 'home.arpa', 'test', 'localdomain'];

/** False for an address that only this computer or this network knows, by its looks. */
export function isPublicAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const version = isIP(host);
  if (version) return !PRIVATE.check(host, version === 6 ? 'ipv6' : 'ipv4');
  return (
    host.includes('.') && !PRIVATE_NAMES.some((name) => host === name || host.endsWith(`.${name}`))
  );
}
