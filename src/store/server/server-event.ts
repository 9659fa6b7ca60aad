/** What the server's opening and closing tell a person. */
export type ServerEvent =
  | { readonly kind: 'binaries-copied'; readonly folder: string }
  | { readonly kind: 'cluster-made' }
  | { readonly kind: 'runs-as'; readonly user: string }
  | { readonly kind: 'started' }
  | { readonly kind: 'adopted' }
  | { readonly kind: 'stopped'; readonly mode: 'fast' | 'immediate' }
  /** `stop()` found another desk at work on this server. */
  | { readonly kind: 'left-running' }
