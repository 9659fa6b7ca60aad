/** The nonce of this answer's content security policy; empty when the page is served without one. */
export function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
