import { contentHash, type Entry, type LiveRow } from '../../../knowledge/index.ts';
import { mayDo } from '../../../staff/index.ts';
import type { addPhrasings } from '../../contract/unanswered.ts';
import type { Caller } from '../desk.ts';
import { examine } from '../knowledge/gate.ts';
import type { Handler } from '../serveCall.ts';
import { sinceWhen } from './listUnanswered.ts';
import { plainWords } from './plainWords.ts';
import type { UnansweredBench } from './unansweredBench.ts';

type Added = { readonly language: 'id' | 'en'; readonly text: string };

/**
 * Makes exporters' words phrasings of an entry, and settles the questions they come from.
 *
 * A phrasing that another entry has is refused: the bot could no longer tell the two apart.
 */
export function addPhrasingsWith(bench: UnansweredBench): Handler<typeof addPhrasings> {
  return async ({ body: { entry: key, phrasings, questions, reason }, caller, note }) => {
    const { rows } = await bench.store.readLive();
    const entries = rows.filter(({ table }) => table === 'entries');
    const live = entries.find((row) => row.key === key);
    note({ subject: `entries/${key}`, reason, phrasings: phrasings.length });
    if (!live) return { kind: 'unknown' };
    const taken = findTaken(entries, live, phrasings);
    if (taken) return { kind: 'taken', phrasing: taken.text, by: bench.namesOf([taken.key])[0] ?? nameless(taken.key) };
    const change = { table: 'entries', key, value: withPhrasings(live.value as Entry, phrasings) };
    const fault = examine(rows, change, bench.clock()).find(({ level }) => level === 'error');
    if (fault) return { kind: 'invalid', message: fault.message };
    const keep = mayDo(caller.member.roles, 'publish-knowledge') ? publish : sendToReview;
    const kept = await keep(bench, { ...change, baseRevision: live.revision }, caller, reason);
    if (kept.kind !== 'published' && kept.kind !== 'in-review') return kept;
    return { ...kept, settled: await settle(bench, key, questions, caller, reason) };
  };
}

interface Change {
  readonly table: string;
  readonly key: string;
  readonly value: Entry;
  readonly baseRevision: number;
}

async function publish({ store, clock }: UnansweredBench, change: Change, { member }: Caller, reason: string) {
  const by = { author: member.name, reason, origin: 'staff' } as const;
  const outcome = await store.publish([{ ...change, hash: contentHash(change.value) }], by, clock());
  return outcome.kind === 'conflict' ? ({ kind: 'conflict' } as const) : outcome;
}

async function sendToReview({ drafts, clock }: UnansweredBench, change: Change, { member }: Caller, note: string) {
  const by = { editedBy: member.id, editedAt: clock(), approvedBy: null, reason: null, publishAt: null };
  const saved = await drafts.save({ ...change, ...by, note, state: 'in-review', isMaterial: false }, 0);
  return saved.kind === 'saved' ? ({ kind: 'in-review' } as const) : ({ kind: 'draft-exists' } as const);
}

function settle(bench: UnansweredBench, entryId: string, questions: string[], { member }: Caller, reason: string) {
  const now = bench.clock();
  const settlement = { outcome: 'phrasing', entryId, reason, settledBy: member.id, settledAt: now } as const;
  return bench.unanswered.settle(questions, sinceWhen(now), settlement);
}

function nameless(key: string) {
  return { key, title: { id: key, en: key } };
}

/** The entry with these phrasings too; what it has already is not added again. */
function withPhrasings(entry: Entry, added: readonly Added[]): Entry {
  const join = (language: 'id' | 'en') => {
    const known = new Set(entry.phrasings[language].map(plainWords));
    const fresh = added.filter((one) => one.language === language && !known.has(plainWords(one.text)));
    return [...entry.phrasings[language], ...new Set(fresh.map(({ text }) => text))];
  };
  return { ...entry, phrasings: { id: join('id'), en: join('en') } };
}

function findTaken(entries: readonly LiveRow[], live: LiveRow, added: readonly Added[]) {
  const wanted = new Map(added.map(({ text }) => [plainWords(text), text]));
  for (const { key, value } of entries) {
    if (key === live.key) continue;
    const { phrasings } = value as Entry;
    const same = [...phrasings.id, ...phrasings.en].find((phrasing) => wanted.has(plainWords(phrasing)));
    if (same !== undefined) return { key, text: same };
  }
  return undefined;
}
