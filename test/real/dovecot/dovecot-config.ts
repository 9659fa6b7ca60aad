/** What an instance of Dovecot is to do, and where. Ports are of 127.0.0.1. */
export interface DovecotPlan {
  /** An empty folder of its own, which other users may pass through. */
  readonly root: string
  /** Where it speaks IMAP in plain and, unless `tls` is false, offers STARTTLS. */
  readonly port: number
  /** Where it speaks IMAP under TLS; nobody listens there without `tls`. */
  readonly tlsPort: number
  readonly tls: boolean
  readonly password: string
  /** Who reads and writes the mail. Dovecot does not do that as root. */
  readonly owner: { readonly uid: number; readonly gid: number }
  /** The ordinary user that all of it runs as; undefined for root, under whom it has users of its own. */
  readonly runsAs: { readonly user: string; readonly group: string } | undefined
}

/** Where the mail of a user lies. */
export function mailFolder({ root }: Pick<DovecotPlan, 'root'>, user: string): string {
  return `${root}/mail/${user}`
}

/** A folder which the server marks as that of sent mails, once somebody makes it. */
export const SENT_BY_USE = 'Versand'

/** `dovecot.conf`: any name may log in with the one password; nothing is made slow on purpose. */
export function dovecotConfig(plan: DovecotPlan): string {
  const { root, owner, runsAs } = plan
  return `
base_dir = ${root}/run
state_dir = ${root}/state
log_path = ${root}/log
protocols = imap
listen = 127.0.0.1
${runsAs === undefined ? '' : internalUsers(runsAs)}
first_valid_uid = ${owner.uid}
first_valid_gid = ${owner.gid}
mail_location = maildir:${mailFolder(plan, '%u')}
mail_fsync = never
mail_max_userip_connections = 100
disable_plaintext_auth = no
auth_failure_delay = 0
passdb {
  driver = static
  args = password=${plan.password}
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${mailFolder(plan, '%u')}
}
namespace inbox {
  inbox = yes
  mailbox ${SENT_BY_USE} {
    special_use = \\Sent
  }
}
${plan.tls ? `ssl = yes\nssl_cert = <${root}/certificate.pem\nssl_key = <${root}/key.pem` : 'ssl = no'}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${plan.port}
  }
  inet_listener imaps {
    port = ${plan.tls ? plan.tlsPort : 0}
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`
}

function internalUsers({ user, group }: NonNullable<DovecotPlan['runsAs']>): string {
  return `default_internal_user = ${user}\ndefault_internal_group = ${group}\ndefault_login_user = ${user}`
}
