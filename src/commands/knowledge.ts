import { userInfo } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exitReadably } from '../exitReadably.ts';
import { checkKnowledge, dayInWib, type Finding, type LoadedKnowledge, loadKnowledge } from '../knowledge/index.ts';
import { StartFault } from '../startFault.ts';
import { openKnowledgeStore } from '../storage/index.ts';
import { exportKnowledge } from './knowledge/exportKnowledge.ts';
import { applyImport, planImport } from './knowledge/importKnowledge.ts';
import { withStorage } from './withStorage.ts';

const SHIPPED = join(import.meta.dirname, '../../knowledge');
const USAGE = `npm run knowledge -- check [folder]              checks every file; exits with 1 when there are errors
npm run knowledge -- export FOLDER               writes what is published into files
npm run knowledge -- import FOLDER [--apply]     shows what the files would change; with --apply publishes it
                                   [--reason "…"]  why, for the history`;

function countsOf({ knowledge }: LoadedKnowledge): string {
  const tables = [
    'entries',
    'agreements',
    'destinations',
    'products',
    'regulations',
    'documents',
    'liaisons',
    'programmes',
    'terms',
  ] as const;
  return tables.map((table) => `${knowledge[table].size} ${table}`).join(', ');
}

/** The entries that cite each revoked regulation, one line a regulation. */
function citedRevoked({ knowledge }: LoadedKnowledge): string[] {
  const revoked = [...knowledge.regulations.values()].filter((regulation) => regulation.status === 'revoked');
  return revoked.map((regulation) => {
    const citing = [...knowledge.entries.values()].filter((entry) => entry.sources.includes(regulation.id));
    return `${regulation.citation} is revoked; cited by ${citing.map((entry) => entry.id).join(', ') || 'no entry'}`;
  });
}

function check(folder: string): void {
  const loaded = loadKnowledge(folder);
  const findings = checkKnowledge(loaded, dayInWib(new Date()));
  printFindings(folder, findings);
  for (const line of citedRevoked(loaded)) console.log(line);
  const errors = findings.filter((finding) => finding.level === 'error').length;
  console.log(`${countsOf(loaded)}\n${errors} errors, ${findings.length - errors} warnings`);
  process.exitCode = errors > 0 ? 1 : 0;
}

function printFindings(folder: string, findings: readonly Finding[]): void {
  for (const { level, file, line, message } of findings) console.log(`${folder}/${file}:${line}: ${level}: ${message}`);
}

async function exportTo(folder: string): Promise<void> {
  await withStorage(async (storage) => {
    const { rows } = await openKnowledgeStore(storage.db).readLive();
    if (rows.length === 0) throw new StartFault(['Nothing is published yet: start the bot once, then export.']);
    const report = await exportKnowledge(rows, loadKnowledge(SHIPPED), folder).catch((error) => {
      if (error.code !== 'EEXIST') throw error;
      throw new StartFault([`${error.path} is there already: export into an empty folder.`], error);
    });
    console.log(`${report.rows} rows in ${report.files} files below ${folder}`);
  });
}

async function importFrom(folder: string, isApplied: boolean, reason: string): Promise<void> {
  const loaded = loadKnowledge(folder);
  await withStorage(async (storage) => {
    const store = openKnowledgeStore(storage.db);
    const plan = planImport(loaded, (await store.readLive()).rows, dayInWib(new Date()));
    printFindings(folder, plan.errors);
    for (const { table, key, baseRevision } of plan.changes)
      console.log(`${baseRevision === 0 ? 'new    ' : 'changed'} ${table} ${key}`);
    console.log(
      `${plan.added} new, ${plan.changed} changed, ${plan.unchanged} unchanged, ${plan.errors.length} errors`,
    );
    if (plan.errors.length > 0) throw new StartFault(['Nothing was published: mend the errors above first.']);
    if (!isApplied) return console.log('Nothing was published. Say --apply to publish it.');
    if (plan.changes.length === 0) return;
    const outcome = await applyImport(store, plan, userInfo().username, reason, new Date());
    if (outcome.kind === 'conflict')
      throw new StartFault(['Somebody published meanwhile; nothing was changed. Import again.']);
    console.log(`published as version ${outcome.version}`);
  });
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { apply: { type: 'boolean', default: false }, reason: { type: 'string', default: 'import' } },
});
const [command, folder] = positionals;

await exitReadably(async () => {
  if (command === 'check') return check(folder ?? 'knowledge');
  if (command === 'export' && folder) return exportTo(folder);
  if (command === 'import' && folder) return importFrom(folder, values.apply, values.reason);
  console.error(USAGE);
  process.exitCode = 2;
});
