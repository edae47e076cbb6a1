import { parseArgs } from 'node:util';
import { checkKnowledge, dayInWib, type Finding, type LoadedKnowledge, loadKnowledge } from '../knowledge/index.ts';

const USAGE = `npm run knowledge -- check [folder]   checks every file of knowledge/; exits with 1 when there are errors`;

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

function check(folder: string): number {
  const loaded = loadKnowledge(folder);
  const findings = checkKnowledge(loaded, dayInWib(new Date()));
  const print = ({ level, file, line, message }: Finding) =>
    console.log(`${folder}/${file}:${line}: ${level}: ${message}`);
  for (const finding of findings) print(finding);
  for (const line of citedRevoked(loaded)) console.log(line);
  const errors = findings.filter((finding) => finding.level === 'error').length;
  console.log(`${countsOf(loaded)}\n${errors} errors, ${findings.length - errors} warnings`);
  return errors > 0 ? 1 : 0;
}

const { positionals } = parseArgs({ allowPositionals: true });
if (positionals[0] === 'check') {
  process.exitCode = check(positionals[1] ?? 'knowledge');
} else {
  console.error(USAGE);
  process.exitCode = 2;
}
