// Which network an address belongs to, where tries are counted.
import { isIPv6 } from 'node:net'

/** One household or server has a whole network of IPv6 addresses (RFC 6177): its first four groups count, so that trying from the next one gains nothing. */
export function networkOf(ip: string): string {
  if (!isIPv6(ip) || ip.includes('.')) return ip
  const [before = [], after = []] = ip.split('::').map((half) => half.split(':').filter(Boolean))
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`
}
