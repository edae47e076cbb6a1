import { accept } from './acts/accept.ts';
import { answer } from './acts/answer.ts';
import { ask } from './acts/ask.ts';
import { passOn } from './acts/passOn.ts';
import { postpone } from './acts/postpone.ts';
import type { Case, CaseEvent } from './case.ts';
import type { CaseDesk } from './caseDesk.ts';
import type { CaseStore } from './caseStore.ts';
import type { Acting, Decide } from './decision.ts';
import type { CaseRefusal } from './lifecycle.ts';
import { hashOfToken, type KeptLink } from './link.ts';
import { CENTRE } from './routing.ts';

/** What an official does on the page. */
export type LiaisonAct =
  | { readonly do: 'accept' }
  | { readonly do: 'answer'; readonly words: string }
  | { readonly do: 'ask'; readonly words: string }
  | { readonly do: 'not-ours'; readonly unit: string | null; readonly typed: string; readonly reason: string }
  | { readonly do: 'postpone'; readonly day: string; readonly reason: string };

/**
 * What a link opens. `moved-on`: the case is with somebody else now, or the link's time is over; what this unit sent
 * itself may still be seen.
 */
export type LiaisonLook =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'moved-on'; readonly number: string; readonly unit: string; readonly own: readonly CaseEvent[] }
  | { readonly kind: 'open'; readonly kase: Case; readonly unit: string; readonly events: readonly CaseEvent[] };

/** The liaison's side of a case: a link, no account. */
export interface LiaisonDesk {
  /** Opens the case of a link; every look is in the audit. */
  look(token: string): Promise<LiaisonLook>;
  /** @param seenVersion the version of the page it was sent from: nobody overwrites what they have not seen */
  act(token: string, act: LiaisonAct, seenVersion: number): Promise<{ readonly refused?: CaseRefusal }>;
}

/** Opens the desk. */
export function openLiaisonDesk(desk: CaseDesk, store: CaseStore): LiaisonDesk {
  const find = async (token: string) => store.findLink(hashOfToken(token));
  return {
    async look(token) {
      const link = await find(token);
      if (!link) return { kind: 'unknown' };
      const kase = await store.find(link.number);
      if (!kase) return { kind: 'unknown' };
      const actor = { kind: 'liaison', name: link.unit } as const;
      await store.noteLook(link.number, actor, desk.clock());
      const events = await store.events(link.number);
      const own = events.filter((event) => event.actor.kind === 'liaison' && event.actor.name === link.unit);
      const { number, unit } = link;
      if (!isValid(link, kase, desk.clock())) return { kind: 'moved-on', number, unit, own };
      return { kind: 'open', kase, unit, events: events.filter(({ kind }) => kind !== 'case.noted') };
    },
    async act(token, act, seenVersion) {
      const link = await find(token);
      const now = desk.clock();
      if (!link) return { refused: 'unknown' };
      if (link.revokedAt || link.expiresAt <= now) return { refused: 'not-yours' };
      const acting: Acting = { actor: { kind: 'liaison', name: link.unit }, now, seenVersion };
      const moved = await store.move(link.number, decideOf(desk, acting, act), now);
      return 'refused' in moved ? { refused: moved.refused } : {};
    },
  };
}

function isValid({ revokedAt, expiresAt, unit }: KeptLink, kase: Case, now: Date): boolean {
  return !revokedAt && expiresAt > now && !kase.erasedAt && unit === (kase.unit ?? CENTRE);
}

function decideOf(desk: CaseDesk, acting: Acting, act: LiaisonAct): Decide {
  switch (act.do) {
    case 'accept':
      return accept(desk, acting);
    case 'answer':
      return answer(desk, acting, act.words);
    case 'ask':
      return ask(desk, acting, act.words);
    case 'postpone':
      return postpone(desk, acting, act.day, act.reason);
    case 'not-ours':
      return passOn(desk, acting, { unit: act.unit, reason: act.reason, ...(act.typed && { typed: act.typed }) });
  }
}
