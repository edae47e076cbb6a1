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
      return { settled };
    }),
  ];
}
