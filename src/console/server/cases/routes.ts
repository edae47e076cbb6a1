import type { CaseFilter, Moved, StaffDesk } from '../../../cases/index.ts';
import { CASE_STATES } from '../../../cases/index.ts';
import type { Knowledge } from '../../../knowledge/index.ts';
import * as calls from '../../contract/cases.ts';
import type { Serve } from '../serve.ts';
import { caseShown, listedCase } from './caseShown.ts';

/** Cases as staff of the centre work on them. */
export function caseRoutes({ serve, desk }: Serve, cases: StaffDesk, knowledge: () => Knowledge) {
  return [
    serve(calls.listUnits, async () => ({
      units: [...knowledge().liaisons.values()].map(({ id, name, caseEmail }) => ({
        key: id,
        name: name.id,
        hasAddress: caseEmail !== undefined,
      })),
    })),
    serve(calls.listCases, async ({ query: { page, size, ...wanted } }) => {
      const found = await cases.list(filterOf(wanted), { limit: size, offset: (page - 1) * size });
      return { total: found.total, cases: found.cases.map((kase) => listedCase(kase, knowledge(), desk.clock())) };
    }),
    serve(calls.readCase, async ({ params: { number }, caller }) => {
      const file = await cases.show(number, caller.member.name);
      return { file: file && caseShown(file, knowledge(), desk.clock()) };
    }),
    serve(calls.actOnCase, async ({ params: { number }, body, caller, note }) => {
      const moved = await actOn(cases, number, caller.member.name, body);
      const kind = 'refused' in moved ? moved.refused : ('done' as const);
      note({ subject: number, did: body.act, result: kind });
      return { kind };
    }),
  ];
}

interface Wanted {
  readonly words?: string | undefined;
  readonly state?: CaseFilter['states'] extends readonly (infer S)[] | undefined ? S | undefined : never;
  readonly only?: 'unclosed' | 'attention' | 'urgent' | undefined;
  readonly unit?: string | undefined;
}

function filterOf({ words, state, only, unit }: Wanted): CaseFilter {
  const states = state ? [state] : only === 'unclosed' ? CASE_STATES.filter((one) => one !== 'closed') : undefined;
  return {
    ...(states && { states }),
    ...(only === 'attention' && { needsAttention: true }),
    ...(only === 'urgent' && { isUrgent: true }),
    ...(words && { text: words }),
    ...(unit && { unit: unit === 'desk' ? null : unit }),
  };
}

function actOn(cases: StaffDesk, number: string, by: string, body: calls.ActOnCase): Promise<Moved> {
  switch (body.act) {
    case 'reply':
      return cases.reply(number, by, body.words, body.seen);
    case 'ask':
      return cases.ask(number, by, body.words, body.seen);
    case 'note':
      return cases.note(number, by, body.words);
    case 'supply':
      return cases.supply(number, by, body.words);
    case 'accept':
      return cases.accept(number, by, body.seen);
    case 'reroute':
      return cases.reroute(number, by, body.unit, body.reason, body.seen);
    case 'postpone':
      return cases.postpone(number, by, body.day, body.reason, body.seen);
    case 'close':
      return cases.close(number, by, body.outcome, body.words, body.seen);
    case 'reopen':
      return cases.reopen(number, by, body.words);
  }
}
