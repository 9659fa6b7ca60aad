/** What an instance of Postfix is to do, and where. Ports are of 127.0.0.1. */
export interface PostfixPlan {
  /** An empty folder of its own, which other users may pass through. */
  readonly root: string
  /** Where it takes mail by SMTP. */
  readonly port: number
  /** The domain whose mail goes to the desk's LMTP door. */
  readonly domain: string
  readonly deskPort: number
  /** Where mail to any other domain goes by SMTP. */
  readonly amazonPort: number
  /** Further ports where it takes mail by SMTP, each with settings of its own. */
  readonly doors?: readonly PostfixDoor[]
}

export interface PostfixDoor {
  readonly port: number
  readonly settings: Readonly<Record<string, string>>
}

/**
 * `main.cf`: a relay between two servers of loopback that asks no DNS and tries again within four seconds. Not sooner: a
 * run of the queue that meets a mail whose delivery is just ending leaves it ("skipped, still being delivered") for good.
 */
export function mainConfig(plan: PostfixPlan): string {
  const { root, domain, deskPort, amazonPort } = plan
  return settings({
    compatibility_level: '3.6',
    queue_directory: `${root}/queue`,
    data_directory: `${root}/data`,
    maillog_file: `${root}/log`,
    maillog_file_prefixes: root,
    myhostname: `mx.${domain}`,
    mydestination: '',
    alias_maps: '',
    relay_domains: domain,
    relay_transport: `lmtp:inet:127.0.0.1:${deskPort}`,
    default_transport: `smtp:[127.0.0.1]:${amazonPort}`,
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    mynetworks: '127.0.0.0/8',
    smtpd_relay_restrictions: 'permit_mynetworks, reject',
    smtpd_peername_lookup: 'no',
    smtp_dns_support_level: 'disabled',
    fast_flush_domains: '',
    notify_classes: '',
    queue_run_delay: '1s',
    minimal_backoff_time: '3s',
    maximal_backoff_time: '3s',
    transport_retry_time: '1s',
  })
}

/** `master.cf`: the services that a relay needs, none of them in a changed root. */
export function masterConfig({ port, doors = [] }: PostfixPlan): string {
  const services = [
    [`127.0.0.1:${port}`, 'inet', 'n', '-', 'smtpd'],
    ['cleanup', 'unix', 'n', '0', 'cleanup'],
    ['qmgr', 'unix', 'n', '1', 'qmgr'],
    ['rewrite', 'unix', '-', '-', 'trivial-rewrite'],
    ['bounce', 'unix', '-', '0', 'bounce'],
    ['defer', 'unix', '-', '0', 'bounce'],
    ['proxymap', 'unix', '-', '-', 'proxymap'],
    ['anvil', 'unix', '-', '1', 'anvil'],
    ['smtp', 'unix', '-', '-', 'smtp'],
    ['lmtp', 'unix', '-', '-', 'lmtp'],
    ['error', 'unix', '-', '-', 'error'],
    ['retry', 'unix', '-', '-', 'error'],
    ['showq', 'unix', 'n', '-', 'showq'],
    ['postlog', 'unix-dgram', 'n', '1', 'postlogd'],
    ['tlsmgr', 'unix', '-', '1', 'tlsmgr'],
    ...doors.map((door) => [`127.0.0.1:${door.port}`, 'inet', 'n', '-', `smtpd ${overrides(door.settings)}`]),
  ]
  return lines(
    services.map(([name, type, isPrivate, limit, command]) => `${name} ${type} ${isPrivate} - n - ${limit} ${command}`),
  )
}

function overrides(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `-o { ${name} = ${value} }`)
    .join(' ')
}

function settings(values: Readonly<Record<string, string>>): string {
  return lines(Object.entries(values).map(([name, value]) => `${name} = ${value}`))
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`
}
