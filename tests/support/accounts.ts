import { readFileSync } from 'node:fs';

/** An account of this machine that a test may run as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** An account without rights when root runs the tests; otherwise undefined, for we have none ourselves. */
export const normalAccount: Account | undefined = process.getuid?.() === 0 ? findNobody() : undefined;

function findNobody(): Account {
  const line =
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((each) => each.startsWith('nobody:')) ?? '';
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}
