import type { z } from 'zod';
import type { CaseFilter, Moved, StaffDesk } from '../../../cases/index.ts';
import { CASE_STATES } from '../../../cases/index.ts';
import type { Knowledge } from '../../../knowledge/index.ts';
import * as calls from '../../contract/cases.ts';
import { noteLook } from '../noteLook.ts';
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
    serve(calls.listCases, async ({ query: { page, size, isRefresh, ...wanted }, caller }) => {
      const filter = filterOf(wanted, caller.member.name, desk.clock());
      const found = await cases.list(filter, { limit: size, offset: (page - 1) * size });
      if (!isRefresh) await noteLook(desk, caller, 'list-cases', '');
      return { total: found.total, cases: found.cases.map((kase) => listedCase(kase, knowledge(), desk.clock())) };
    }),
    serve(calls.readCase, async ({ params: { number }, query: { isRefresh }, caller }) => {
      const file = await cases.show(number, caller.member.name, isRefresh);
      return { file: file && caseShown(file, knowledge(), desk.clock()) };
    }),
    serve(calls.actOnCase, async ({ params: { number }, body, caller }) => {
      const moved = await actOn(cases, number, caller.member.name, body);
      return { kind: 'refused' in moved ? moved.refused : ('done' as const) };
    }),
  ];
}

type Wanted = Omit<z.output<typeof calls.listCases.query>, 'page' | 'size' | 'isRefresh'>;

const UNCLOSED = CASE_STATES.filter((one) => one !== 'closed');

function filterOf({ words, state, only = 'all', unit }: Wanted, caller: string, now: Date): CaseFilter {
  return {
    order: 'due',
    ...(only !== 'all' && { states: UNCLOSED }),
    ...(state && { states: [state] }),
    ...(only === 'mine' && { handledBy: caller }),
    ...(only === 'overdue' && { dueBefore: now }),
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
      return cases.close(number, by, body.outcome, body.words, body.seen, resultOf(body));
    case 'take':
      return cases.take(number, by);
    case 'absorb':
      return cases.absorb(number, by, body.other, body.seen);
    case 'reopen':
      return cases.reopen(number, by, body.words);
  }
}

function resultOf({ isResolved, exportValue }: Extract<calls.ActOnCase, { act: 'close' }>) {
  return { ...(isResolved !== undefined && { isResolved }), ...(exportValue && { exportValue }) };
}
