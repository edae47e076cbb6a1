import { StartFault } from './startFault.ts';

/** Runs a command; what its user can mend is said in plain lines and ends it with 1, anything else is a bug and shown whole. */
export async function exitReadably(run: () => Promise<void>): Promise<void> {
  // Whoever reads only the beginning ("| head") has had enough: no reason to complain.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    await run();
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    for (const line of error.lines) process.stderr.write(`${line}\n`);
    process.exitCode = 1;
  }
}
