/** What the page needs of the browser's Trusted Types; older browsers have none and enforce none. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(text: string): string }): unknown
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes
  }
}

/**
 * Installs the one policy the page is allowed. The component library writes its colour variables into a style element
 * through innerHTML, which is text without a tag; anything that could be markup is refused, and so is every script.
 */
export function installTrustedTypes(): void {
  window.trustedTypes?.createPolicy('default', { createHTML: refuseMarkup })
}

/** The text itself. Throws a TypeError when it could hold a tag. */
export function refuseMarkup(text: string): string {
  if (text.includes('<')) throw new TypeError('the page takes no markup')
  return text
}
