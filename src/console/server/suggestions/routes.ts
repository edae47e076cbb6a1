import { CENTRE, type StaffDesk } from '../../../cases/index.ts';
import type { Knowledge } from '../../../knowledge/index.ts';
import * as calls from '../../contract/suggestions.ts';
import type { Caller } from '../desk.ts';
import type { Bench } from '../knowledge/bench.ts';
import type { Serve } from '../serve.ts';
import type { Handler } from '../serveCall.ts';
import type { TalkReader } from '../talks/talkReader.ts';
import { fromCase, type NewSource } from './fromCase.ts';
import { fromTalk } from './fromTalk.ts';
import { freeKey, suggestedEntry } from './suggestedEntry.ts';
import type { Suggestion } from './suggestion.ts';

/** What making knowledge of an answer takes. */
export interface SuggestionBench {
  readonly bench: Bench;
  readonly talks: TalkReader;
  readonly cases: StaffDesk;
  readonly knowledge: () => Knowledge;
}

/** Drafts that begin with what a person answered once. They go the way of every draft: written, reviewed, published. */
export function suggestionRoutes({ serve }: Serve, bench: SuggestionBench) {
  return [
    serve(calls.suggestFromTalk, suggestFromTalkWith(bench)),
    serve(calls.suggestFromCase, suggestFromCaseWith(bench)),
  ];
}

function suggestFromTalkWith({ bench, talks }: SuggestionBench): Handler<typeof calls.suggestFromTalk> {
  return async ({ params: { key }, body, caller, note }) => {
    const file = await talks.read(key);
    const suggestion = file && fromTalk(file, body.sequence, await bench.live(), CENTRE);
    if (!suggestion) return { kind: 'nothing' };
    const made = await begin(bench, suggestion, null, body.note, caller);
    note({ draft: `entries/${made.key}` });
    return { kind: 'made', ...made };
  };
}

function suggestFromCaseWith({ bench, cases, knowledge }: SuggestionBench): Handler<typeof calls.suggestFromCase> {
  return async ({ params: { number }, body, caller, note }) => {
    const file = await cases.show(number, caller.member.name);
    const found = file && fromCase(file, knowledge());
    if (!found) return { kind: 'nothing' };
    const made = await begin(bench, found.suggestion, found.source, body.note, caller);
    note({ draft: `entries/${made.key}` });
    return { kind: 'made', ...made };
  };
}

async function begin(
  bench: Bench,
  suggestion: Suggestion,
  source: NewSource | null,
  words: string,
  caller: Caller,
): Promise<{ key: string; source: string | null }> {
  const [live, drafts] = await Promise.all([bench.live(), bench.drafts.list()]);
  const taken = new Set(drafts.filter(({ table }) => table === 'entries').map(({ key }) => key));
  const key = freeKey(suggestion, (one) => taken.has(one) || live.find('entries', one) !== undefined);
  const isNew = source !== null && live.find('documents', source.key) === undefined;
  if (isNew) await keep(bench, 'documents', source.key, source.value, words, caller);
  await keep(bench, 'entries', key, suggestedEntry(key, suggestion, bench.desk.clock()), words, caller);
  return { key, source: isNew ? source.key : null };
}

/** A draft that stands there already is left as it is: of a source, it is the same one. */
function keep({ drafts, desk }: Bench, table: string, key: string, value: unknown, note: string, { member }: Caller) {
  const by = { editedBy: member.id, editedAt: desk.clock(), approvedBy: null, reason: null, publishAt: null };
  const begun = { state: 'draft', isMaterial: false, baseRevision: 0 } as const;
  return drafts.save({ table, key, value, note, ...begun, ...by }, 0);
}
