import { readdir, readFile, readlink } from 'node:fs/promises'

/** A process of the machine as /proc shows it. */
export interface SeenProcess {
  readonly pid: number
  readonly parent: number
  readonly commandLine: string
  readonly folder: string
}

/** The processes that run; what ends while we look is left out. Linux only. */
export async function listProcesses(): Promise<readonly SeenProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name)).map(Number)
  const seen = await Promise.all(pids.map((pid) => look(pid).catch(() => undefined)))
  return seen.filter((one) => one !== undefined)
}

/** The pids of a process and of all it started, and they started, as long as their parents live. */
export async function familyOf(pid: number): Promise<ReadonlySet<number>> {
  const all = await listProcesses()
  const family = new Set([pid])
  for (let size = 0; size < family.size;) {
    size = family.size
    for (const one of all) if (family.has(one.parent)) family.add(one.pid)
  }
  return family
}

/** Which of these pids still run; a zombie does not. */
export async function stillRunning(pids: ReadonlySet<number>): Promise<readonly SeenProcess[]> {
  return (await listProcesses()).filter(({ pid, commandLine }) => pids.has(pid) && commandLine !== '')
}

/** What runs and names a folder in its command line, or stands in it. */
export async function runningIn(folder: string): Promise<readonly SeenProcess[]> {
  return (await listProcesses()).filter((one) => one.commandLine.includes(folder) || one.folder.startsWith(folder))
}

async function look(pid: number): Promise<SeenProcess> {
  const [commandLine, stat, folder] = await Promise.all([
    readFile(`/proc/${pid}/cmdline`, 'utf8'),
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readlink(`/proc/${pid}/cwd`).catch(() => ''),
  ])
  // "pid (name) state parent ...", where the name may hold anything, brackets included.
  const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  return { pid, parent, commandLine: commandLine.replaceAll('\0', ' ').trim(), folder }
}
