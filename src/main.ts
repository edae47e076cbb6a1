/**
 * The front door: reads the configuration, starts the app, says where it is, and stops it gently.
 *
 * @module
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { type App, startApp } from './app.ts';
import type { AppDependencies } from './appDependencies.ts';
import { readConfig } from './config.ts';
import { createLog } from './createLog.ts';
import { StartFault } from './startFault.ts';

/** npm hands a Ctrl-C on although the terminal has sent it to us already: what comes so soon is the same wish. */
const SAME_WISH_MS = 1_000;

await main();

async function main(): Promise<void> {
  const config = readOrExit();
  const deps = dependencies(config.logLevel);
  process.on('unhandledRejection', (error) => crash(deps, error));
  process.on('uncaughtException', (error) => crash(deps, error));
  const starting = startApp(config, deps);
  stopOnSignals(starting, deps);
  const app = await starting.catch(exitWith);
  say(`Chat page: ${config.publicUrl ?? app.url}/`);
  say(`Console:   ${config.publicUrl ?? app.url}/console`);
  if (app.firstAdministratorLink) say(`First administrator, once and within a day: ${app.firstAdministratorLink}`);
}

function readOrExit() {
  try {
    return readConfig();
  } catch (error) {
    return exitWith(error);
  }
}

function dependencies(level: string): AppDependencies {
  return {
    log: createLog(level),
    progress: say,
    now: () => new Date(),
    elapsed: () => performance.now(),
    newId: randomUUID,
    randomText: () => randomBytes(32).toString('hex'),
    randomBytes,
  };
}

/** The first signal stops gently, also in the middle of the start; a later one, of an operator who cannot wait, at once. */
function stopOnSignals(starting: Promise<App>, { log, elapsed }: AppDependencies): void {
  let wishedAt: number | undefined;
  const stop = (signal: NodeJS.Signals) => {
    if (wishedAt !== undefined && elapsed() - wishedAt > SAME_WISH_MS) process.exit(1);
    if (wishedAt !== undefined) return;
    wishedAt = elapsed();
    log.info({ signal }, 'stopping');
    starting.then((app) => app.stop()).then(() => process.exit(0), exitWith);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

/** A state nobody foresaw is not worked on with: what was acknowledged is stored, the supervisor starts us anew. */
function crash({ log }: AppDependencies, error: unknown): never {
  log.fatal({ err: error }, 'stopped by an unforeseen error');
  process.exit(1);
}

function exitWith(error: unknown): never {
  if (error instanceof StartFault) for (const line of error.lines) process.stderr.write(`${line}\n`);
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
