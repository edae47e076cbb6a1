import { sayMoment } from '../../answers/index.ts';
import type { Case, CaseFile } from '../../cases/index.ts';
import { StartFault } from '../../startFault.ts';

/** One line a case: what staff needs to choose the next one. */
export function printList({ cases, total }: { cases: readonly Case[]; total: number }): void {
  for (const kase of cases) process.stdout.write(`${lineOf(kase)}\n`);
  process.stdout.write(`${total} ${total === 1 ? 'case' : 'cases'}\n`);
}

function lineOf(kase: Case): string {
  const marks = [kase.isUrgent && 'URGENT', kase.attention].filter(Boolean).join(' ');
  const problem = kase.personal?.problem.replace(/\s+/g, ' ').slice(0, 60) ?? '(deleted)';
  const due = kase.dueAt ? sayMoment(kase.dueAt, 'en') : '';
  return [kase.number, kase.state.padEnd(20), (kase.unit ?? 'desk').padEnd(20), due.padEnd(36), marks, problem].join(
    '  ',
  );
}

/** A case whole: what she told, what happened, who looked. */
export function printCase(number: string, file: CaseFile | null): void {
  if (!file) throw new StartFault([`${number}: there is no such case; see npm run cases -- list --all.`]);
  const { kase, events, audit } = file;
  const { personal, transcript } = splitPersonal(kase);
  const rows = {
    state: kase.state,
    unit: kase.unit ?? `desk (competence: ${kase.suggestedUnit})`,
    shared: kase.isShared ? 'yes' : 'no: only the centre may read it',
    opened: sayMoment(kase.openedAt, 'en'),
    promised: kase.promisedAt && sayMoment(kase.promisedAt, 'en'),
    due: kase.dueAt && `${sayMoment(kase.dueAt, 'en')} (${kase.dueFor})`,
    attention: kase.attention,
    product: kase.product,
    destination: kase.destination,
    ...personal,
  };
  print(lineOf(kase));
  for (const [name, value] of Object.entries(rows)) if (value) print(`  ${name}: ${value}`);
  for (const { at, kind, actor, words } of events)
    print(`- ${sayMoment(at, 'en')}  ${kind}  ${actor.name ?? actor.kind}${words ? `: ${words}` : ''}`);
  for (const { by, text } of transcript) print(`  ${by}> ${text.replace(/\n/g, '\n    ')}`);
  print(`looked at ${audit.filter(({ act }) => act === 'case.looked-at').length} times`);
}

function splitPersonal({ personal }: Case) {
  const { transcript = [], ...rest } = personal ?? {};
  return { transcript, personal: rest };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
