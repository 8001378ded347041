import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function load() {
  return import('@/lib/http/client-address');
}

describe('the address that requests are counted by', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['[2001:db8::1]', '2001:db8:0:0::/64'],
    ['not an address', 'unknown'],
    [undefined, 'unknown'],
  ])('%s counts as %s', async (address, group) => {
    const { addressGroup } = await load();
    expect(addressGroup(address)).toBe(group);
  });

  it('without TRUST_PROXY nothing that a browser sends changes it', async () => {
    vi.stubEnv('TRUST_PROXY', '');
    const { addressOf, readSocketAddresses } = await load();
    const forged = { 'x-forwarded-for': '198.51.100.1', 'x-socket-address': '198.51.100.2' };
    expect(addressOf(new Headers(forged))).toBe('unknown');

    readSocketAddresses();
    const server = createServer((request, response) => {
      const headers = new Headers(request.headers as Record<string, string>);
      response.end(addressOf(headers));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const seen = await fetch(`http://127.0.0.1:${port}/`, { headers: forged });
      expect(await seen.text()).toBe('127.0.0.1');
    } finally {
      server.close();
    }
  });

  it('with TRUST_PROXY the entry that our own proxy added counts, not what was sent to it', async () => {
    vi.stubEnv('TRUST_PROXY', '1');
    const { addressOf } = await load();
    const headers = new Headers({ 'x-forwarded-for': '198.51.100.1, 203.0.113.9' });
    expect(addressOf(headers)).toBe('203.0.113.9');
  });
});
