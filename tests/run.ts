/**
 * `npm test`: types, lint and all tests, one after the other, and one line of figures at the end.
 *
 * Each part prints as it goes. A part that breaks does not hide the others: all of them run, and the exit code says
 * whether everything held.
 *
 * @module
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Score {
  passed: number;
  failed: number;
}

const parts = [() => check('types', 'tsc', '--noEmit'), () => check('lint', 'biome', 'check', '.'), tests];

const total: Score = { passed: 0, failed: 0 };
for (const part of parts) {
  const { passed, failed } = await part();
  total.passed += passed;
  total.failed += failed;
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** A part that holds as a whole or not at all. */
async function check(name: string, command: string, ...args: string[]): Promise<Score> {
  const isFine = (await run(name, command, ...args)) === 0;
  return { passed: isFine ? 1 : 0, failed: isFine ? 0 : 1 };
}

/** Counts tests as Jest does; a file that cannot even be loaded, or a Jest that dies, counts as one failure. */
async function tests(): Promise<Score> {
  const folder = await mkdtemp(join(tmpdir(), 'fta-tests-'));
  const report = join(folder, 'report.json');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, ...process.argv.slice(2)];
  const exitCode = await run('tests', process.execPath, ...flags, ...jest);
  const text = await readFile(report, 'utf8').catch(() => '{}');
  await rm(folder, { recursive: true });
  const { numPassedTests: passed = 0, numFailedTests = 0, numRuntimeErrorTestSuites = 0 } = JSON.parse(text);
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
}

async function run(name: string, command: string, ...args: string[]): Promise<number> {
  process.stdout.write(`\n== ${name}\n`);
  // Jest writes its report for programs to stdout as well: people read stderr.
  const child = spawn(command, args, { stdio: ['ignore', name === 'tests' ? 'ignore' : 'inherit', 'inherit'] });
  const [exitCode] = await once(child, 'close');
  return exitCode ?? 1;
}
