import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { eventually } from '../directLine/support/rawClient.ts';
import type { Account } from './accounts.ts';

const MAIN = join(import.meta.dirname, '../../src/main.ts');

/** `src/main.ts` as a process of its own, as `npm start` runs it. */
export interface MainProcess {
  readonly pid: number;
  readonly url: string;
  stdout(): string;
  stderr(): string;
  /** Resolves when the chat can be reached; rejects when the process ends before. */
  readonly ready: Promise<void>;
  /** The exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  signal(signal: NodeJS.Signals): void;
}

export interface MainOptions {
  /** The environment, and nothing else of ours but PATH. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs as that account of the machine; only root may say so. */
  readonly as?: Account;
}

const running = new Set<MainProcess>();

/** Ends what is still running; call it after a test file. */
export async function endMains(): Promise<void> {
  for (const main of running) main.signal('SIGTERM');
  await Promise.all([...running].map(({ ended }) => ended));
}

/** Starts one on a free port, unless `PORT` is given. */
export async function startMain({ env, as }: MainOptions): Promise<MainProcess> {
  const PORT = env.PORT ?? String(await freePort());
  const [file, args, ids] = commandFor(as);
  const child = spawn(file, args, {
    cwd: '/',
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', ...env, PORT },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...ids,
  });
  const [said, complained]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => complained.push(text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const ready = readiness(
    () => said.join(''),
    ended,
    () => complained.join(''),
  );
  ready.catch(() => undefined);
  const main: MainProcess = {
    pid: child.pid ?? 0,
    url: `http://127.0.0.1:${PORT}`,
    stdout: () => said.join(''),
    stderr: () => complained.join(''),
    ready,
    ended,
    signal: (signal) => void child.kill(signal),
  };
  running.add(main);
  void ended.then(() => running.delete(main));
  return main;
}

/** An account that may not enter the folder of this project (`/root`, say) is lent the right to read it. */
function commandFor(as: Account | undefined): [file: string, args: string[], ids: Partial<Account>] {
  const command = [process.execPath, MAIN];
  if (!as || mayRead(as)) return [process.execPath, [MAIN], as ?? {}];
  const become = [`--reuid=${as.uid}`, `--regid=${as.gid}`, '--clear-groups'];
  const mayReadAll = ['--inh-caps=-all,+dac_read_search', '--ambient-caps=-all,+dac_read_search'];
  return ['setpriv', [...become, ...mayReadAll, ...command], {}];
}

function mayRead(as: Account): boolean {
  const script = 'test -r "$1" && test -x "$2"';
  return spawnSync('/bin/sh', ['-c', script, 'sh', MAIN, process.execPath], { ...as, cwd: '/' }).status === 0;
}

async function readiness(said: () => string, ended: Promise<unknown>, complained: () => string): Promise<void> {
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  const isReady = () => said().includes('Chat page:');
  await eventually(() => isReady() || hasEnded, Boolean, 240_000);
  if (!isReady()) throw new Error(`it ended before it was ready: ${complained()}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
