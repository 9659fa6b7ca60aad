/** The shield with a tick: Safereply's mark. */
export function Mark({ size = 32 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden>
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path d="M16 6.5 24 9v6.6c0 5-3.3 8.6-8 9.9-4.7-1.3-8-4.9-8-9.9V9z" fill="var(--on-accent)" />
      <path
        d="m12.3 15.8 2.7 2.7 4.9-5.2"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
