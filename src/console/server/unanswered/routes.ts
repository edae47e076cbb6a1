import * as calls from '../../contract/unanswered.ts';
import type { Serve } from '../serve.ts';
import { addPhrasingsWith } from './addPhrasings.ts';
import { listUnansweredWith, sinceWhen } from './listUnanswered.ts';
import type { UnansweredBench } from './unansweredBench.ts';

/** Questions without a good answer: read, answered by an entry, set aside. */
export function unansweredRoutes({ serve }: Serve, bench: UnansweredBench) {
  return [
    serve(calls.listUnanswered, listUnansweredWith(bench)),
    serve(calls.listEntryNames, async () => ({ entries: bench.allNames() })),
    serve(calls.addPhrasings, addPhrasingsWith(bench)),
    serve(calls.setAside, async ({ body: { questions, reason }, caller, note }) => {
      const now = bench.clock();
      const settlement = {
        outcome: 'set-aside',
        entryId: null,
        reason,
        settledBy: caller.member.id,
        settledAt: now,
      } as const;
      const settled = await bench.unanswered.settle(questions, sinceWhen(now), settlement);
      note({ reason, settled });
      return { settled, at: now.toISOString() };
    }),
    serve(calls.listSetAside, async ({ query: { page, size } }) => {
      const since = sinceWhen(bench.clock());
      const { asides, total } = await bench.unanswered.listAside(since, size, (page - 1) * size);
      return { total, asides: asides.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })) };
    }),
    serve(calls.restoreSetAside, async ({ body: { at, by }, caller, note }) => {
      const restored = await bench.unanswered.restore(new Date(at), by ?? caller.member.id);
      note({ restored });
      return { restored };
    }),
  ];
}
