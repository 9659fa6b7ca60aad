import type { Permission, Role } from '../../model/permission.ts'

/** What each role may do. The desk takes mail in and carries cleared replies out; it never writes or sends one of its own. */
export const ROLE_PERMISSIONS = {
  owner: [
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
  ],
  desk: ['mail:receive', 'reply:deliver', 'alert:raise'],
} as const satisfies Record<Role, readonly Permission[]>
