import { stat } from "node:fs/promises";
import { dirname } from "node:path";

/** The account that PostgreSQL runs under; `null`: our own, which is not root's. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/** "nobody" on every Linux: PostgreSQL refuses to run as root. */
const UNPRIVILEGED: ServerAccount = { uid: 65_534, gid: 65_534 };

const OTHERS_ENTER = 0o001;
const GROUP_ENTERS = 0o010;
const OWNER_ENTERS = 0o100;

async function mayEnter(folder: string, { uid, gid }: ServerAccount): Promise<boolean> {
  const found = await stat(folder).catch(() => null);
  if (found === null) return true; // Not there yet: we shall make it.
  if (found.uid === uid) return (found.mode & OWNER_ENTERS) !== 0;
  if (found.gid === gid) return (found.mode & GROUP_ENTERS) !== 0;
  return (found.mode & OTHERS_ENTER) !== 0;
}

/** Whether this account can reach a folder: each one above must let it in (root's home, for instance, does not). */
export async function canReach(folder: string, account: ServerAccount | null): Promise<boolean> {
  if (account === null) return true;
  const above = dirname(folder);
  if (above !== folder && !(await canReach(above, account))) return false;
  return mayEnter(folder, account);
}

/** As root, the owner of the cluster when an ordinary user made it, else an unprivileged account. */
export async function chooseAccount(cluster: string): Promise<ServerAccount | null> {
  if (process.getuid?.() !== 0) return null;
  const existing = await stat(cluster).catch(() => null);
  return existing === null || existing.uid === 0 ? UNPRIVILEGED : { uid: existing.uid, gid: existing.gid };
}
