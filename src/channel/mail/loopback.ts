/** Whether a host is this machine itself: mail to it crosses no wire, so it needs no TLS. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(host)
}
