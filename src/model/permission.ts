/** What a role may do. Every HTTP route names one of these, or `public` or `session`. */
export const PERMISSIONS = [
  'account:read',
  'account:write',
  'conversation:read',
  'draft:write',
  'reply:send',
  'reply:resolve',
  'quarantine:read',
  'quarantine:decide',
  'deadline:settle',
  'alert:end',
  'order:write',
  'policy:read',
  'policy:write',
  'mail:receive',
  'reply:deliver',
  'alert:raise',
] as const

export type Permission = (typeof PERMISSIONS)[number]

/** Roles of a membership. `desk` is the desk itself: timers and mail doors. */
export type Role = 'owner' | 'desk'
