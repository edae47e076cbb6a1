import { checkRow, contentHash, type Entry, type LiveRow } from '../../../knowledge/index.ts';
import type { addPhrasings } from '../../contract/unanswered.ts';
import type { Handler } from '../serveCall.ts';
import { sinceWhen } from './listUnanswered.ts';
import type { UnansweredBench } from './unansweredBench.ts';

type Added = { readonly language: 'id' | 'en'; readonly text: string };

/**
 * Publishes exporters' words as phrasings of an entry, and settles the questions they come from.
 *
 * A phrasing that another entry has is refused: the bot could no longer tell the two apart.
 */
export function addPhrasingsWith(bench: UnansweredBench): Handler<typeof addPhrasings> {
  return async ({ body: { entry: key, phrasings, questions, reason }, caller, note }) => {
    const entries = (await bench.store.readLive()).rows.filter(({ table }) => table === 'entries');
    const live = entries.find((row) => row.key === key);
    note({ subject: `entries/${key}`, reason, phrasings: phrasings.length });
    if (!live) return { kind: 'unknown' };
    const taken = findTaken(entries, live, phrasings);
    if (taken) return { kind: 'taken', phrasing: taken.text, by: bench.namesOf([taken.key])[0] ?? nameless(taken.key) };
    const value = withPhrasings(live.value as Entry, phrasings);
    const checked = checkRow('entries', value);
    if ('faults' in checked) return { kind: 'invalid', message: checked.faults[0]?.message ?? '' };
    const change = { table: 'entries', key, value, hash: contentHash(value), baseRevision: live.revision };
    const by = { author: caller.member.name, reason, origin: 'staff' } as const;
    const outcome = await bench.store.publish([change], by, bench.clock());
    if (outcome.kind === 'conflict') return { kind: 'conflict' };
    const now = bench.clock();
    const settlement = {
      outcome: 'phrasing',
      entryId: key,
      reason,
      settledBy: caller.member.id,
      settledAt: now,
    } as const;
    const settled = await bench.unanswered.settle(questions, sinceWhen(now), settlement);
    return { kind: 'published', version: outcome.version, settled };
  };
}

function nameless(key: string) {
  return { key, title: { id: key, en: key } };
}

/** The entry with these phrasings too; what it has already is not added again. */
function withPhrasings(entry: Entry, added: readonly Added[]): Entry {
  const join = (language: 'id' | 'en') => {
    const known = new Set(entry.phrasings[language].map(plain));
    const fresh = added.filter((one) => one.language === language && !known.has(plain(one.text)));
    return [...entry.phrasings[language], ...new Set(fresh.map(({ text }) => text))];
  };
  return { ...entry, phrasings: { id: join('id'), en: join('en') } };
}

function findTaken(entries: readonly LiveRow[], live: LiveRow, added: readonly Added[]) {
  const wanted = new Map(added.map(({ text }) => [plain(text), text]));
  for (const { key, value } of entries) {
    if (key === live.key) continue;
    const { phrasings } = value as Entry;
    const same = [...phrasings.id, ...phrasings.en].find((phrasing) => wanted.has(plain(phrasing)));
    if (same !== undefined) return { key, text: same };
  }
  return undefined;
}

function plain(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
}
