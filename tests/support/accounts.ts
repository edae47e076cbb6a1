import { readFileSync } from 'node:fs';

/** An account of this machine that a test may run as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Are we root, who may write anywhere and become anybody? */
export const isRoot = process.getuid?.() === 0;

/** An account without rights, for tests that root runs; otherwise nobody: we are a normal account ourselves. */
export const normalAccount: Account | undefined = isRoot ? findNobody() : undefined;

function findNobody(): Account {
  const line =
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((each) => each.startsWith('nobody:')) ?? '';
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}
