import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SHARED_MODELS } from '../../support/sharedModels.ts';

const MAIN = join(import.meta.dirname, '../../../src/main.ts');

/** The bot as `npm start` runs it: a process of its own, with a folder, a port and an embedded database of its own. */
export interface ServerProcess {
  url: string;
  start(): Promise<void>;
  /** Ends it without a word, as a power cut does. */
  kill(): Promise<void>;
  /** Stops it gently and removes its folder. */
  remove(): Promise<void>;
}

/** Prepares one; it does not run yet. */
export async function prepareServer(): Promise<ServerProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'fta-test-process-'));
  await symlink(SHARED_MODELS, join(dataDir, 'models'));
  const port = await freePort();
  let server: ChildProcess | null = null;
  const end = async (signal: NodeJS.Signals) => {
    if (server?.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    server.kill(signal);
    await exited;
  };
  return {
    url: `http://localhost:${port}`,
    async start() {
      server = await startMain(port, dataDir);
    },
    kill: () => end('SIGKILL'),
    async remove() {
      await end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function startMain(port: number, dataDir: string): Promise<ChildProcess> {
  const env = { PATH: process.env.PATH, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' };
  const server = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(server.stdout)) if (line.startsWith('Chat page:')) return server;
  throw new Error('the server has ended before it was ready');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
