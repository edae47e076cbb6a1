import type { Caller, Desk } from './desk.ts';

/** Writes down that somebody looked; for pages that refresh themselves, where a look is one row and not one each time. */
export function noteLook({ audit, clock }: Desk, { member }: Caller, act: string, subject: string): Promise<void> {
  const by = { actorId: member.id, actorName: member.name };
  return audit.write({ ...by, at: clock(), act, subject, outcome: 'done', details: {} });
}
