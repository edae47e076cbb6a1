/**
 * The front door: reads the configuration, starts the app, says where it is, and stops it gently.
 *
 * @module
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { type App, type AppDependencies, startApp } from './app.ts';
import { readConfig } from './config.ts';
import { StartFault } from './startFault.ts';

await main();

async function main(): Promise<void> {
  const config = readOrExit();
  const deps = dependencies(config.logLevel);
  process.on('unhandledRejection', (error) => crash(deps, error));
  process.on('uncaughtException', (error) => crash(deps, error));
  const app = await startApp(config, deps).catch(exitWith);
  stopOnSignals(app, deps);
  say(`Chat page: ${config.publicUrl ?? app.url}/`);
  if (app.paths.some((path) => path.startsWith('/console'))) say(`Console:   ${config.publicUrl ?? app.url}/console`);
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
    log: pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }),
    progress: say,
    now: () => new Date(),
    elapsed: () => performance.now(),
    newId: randomUUID,
    randomText: () => randomBytes(32).toString('hex'),
    randomBytes,
  };
}

/** The first signal stops gently; the second one, of an operator who cannot wait, at once. */
function stopOnSignals(app: App, { log }: AppDependencies): void {
  let isStopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, 'stopping');
    app.stop().then(() => process.exit(0), exitWith);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
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
