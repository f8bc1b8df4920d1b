import { BlockList, isIPv6 } from 'node:net'

/**
 * Whether an address is not on the public internet: our own machine or network, or one that leads there in another
 * dress. Whoever sets up a webhook must not be able to reach through us what they cannot reach themselves.
 */
export function isPrivateAddress(address: string): boolean {
  // A scope (`fe80::1%eth0`) is a way of saying which network; the address is before it.
  const [bare = ''] = address.split('%')
  return refusedAddresses.check(bare, isIPv6(bare) ? 'ipv6' : 'ipv4')
}

const refusedAddresses = new BlockList()

// Of IPv4: this network, private, shared by a carrier, loopback, link-local, reserved, documentation, tests, multicast.
const ofIPv4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
// Of IPv6: unspecified and loopback, IPv4 in another dress (NAT64, 6to4, Teredo), discard, documentation, unique
// local, link-local, site-local, multicast. IPv4 mapped into IPv6 is looked up as IPv4 by the list itself.
const ofIPv6 = [
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/32',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]

for (const range of ofIPv4) addRange(range, 'ipv4')
for (const range of ofIPv6) addRange(range, 'ipv6')

function addRange(range: string, family: 'ipv4' | 'ipv6'): void {
  const [address = '', bits] = range.split('/')
  refusedAddresses.addSubnet(address, Number(bits), family)
}
