import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** How often an owner shows that it is alive, in milliseconds. */
export const HEARTBEAT_MS = 2000;

/** Who has the right to write. */
export interface LeaseHolder {
  readonly owner: string;
  readonly runId: string | null;
  readonly heartbeatAt: string;
}

/** Host, process, and a number of its own for each lease that a process asks for. */
const OWNER = /^(.*):(\d{1,10}):[0-9a-f]{8}$/;

/** A name for one writer of this process that no other machine or process has. */
export const newOwner = (): string => `${hostname()}:${process.pid}:${randomBytes(4).toString('hex')}`;

/** An owner for people: `process 4711 on desk`. */
export function describeOwner(owner: string): string {
  const [, host = owner, pid = '?'] = OWNER.exec(owner) ?? [];
  return `process ${pid} on ${host}`;
}

/** Whether an owner of this machine has died; of other machines nobody knows. */
export function isDead(owner: string): boolean {
  const [, host, pid] = OWNER.exec(owner) ?? [];
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
