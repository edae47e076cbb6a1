import { accept } from './acts/accept.ts';
import { answer } from './acts/answer.ts';
import { ask } from './acts/ask.ts';
import { close, type Result } from './acts/close.ts';
import { merge } from './acts/merge.ts';
import { note } from './acts/note.ts';
import { passOn } from './acts/passOn.ts';
import { postpone } from './acts/postpone.ts';
import { reopen } from './acts/reopen.ts';
import { supply } from './acts/supply.ts';
import { take } from './acts/take.ts';
import type { Case, CaseEvent, Outcome } from './case.ts';
import type { CaseDesk } from './caseDesk.ts';
import type { AuditLine, CaseFilter, CaseStore, Moved, Page, Told } from './caseStore.ts';
import type { Acting, Decide } from './decision.ts';
import type { CaseSettings, DayOff, Rules } from './settings.ts';

/** A case with all that happened to it. */
export interface CaseFile {
  readonly kase: Case;
  readonly events: readonly CaseEvent[];
  readonly audit: readonly AuditLine[];
  /** The exporter's other cases. */
  readonly others: readonly Case[];
  /** How far what she was told has come. */
  readonly told: readonly Told[];
}

/**
 * What staff of the centre does with cases; `by` is the staff account, for event and audit.
 *
 * Every act answers the case as it is afterwards, or why it was refused. `seenVersion`: the version they were looking at
 * (`kase.shownVersion`); given, a case that moved meanwhile is refused as `stale`.
 */
export interface StaffDesk {
  list(filter?: CaseFilter, page?: Partial<Page>): ReturnType<CaseStore['list']>;
  /** Shows one case whole; the look goes into the audit. Null: no such case. `isRefresh`: the same look, once more. */
  show(number: string, by: string, isRefresh?: boolean): Promise<CaseFile | null>;
  /** Answers the exporter; the case is answered. */
  reply(number: string, by: string, words: string, seenVersion?: number): Promise<Moved>;
  /** Asks the exporter for something; the case waits for her. */
  ask(number: string, by: string, words: string, seenVersion?: number): Promise<Moved>;
  accept(number: string, by: string, seenVersion?: number): Promise<Moved>;
  /** A word among staff; never leaves the centre. */
  note(number: string, by: string, words: string): Promise<Moved>;
  /** Adds what the exporter said by phone or mail. */
  supply(number: string, by: string, words: string): Promise<Moved>;
  /** To another unit (key of a liaison), or back to the centre's desk (null). The exporter reads the reason. */
  reroute(number: string, by: string, unit: string | null, reason: string, seenVersion?: number): Promise<Moved>;
  /** A new date (`2026-08-14`) for the exporter, with the reason she reads. */
  postpone(number: string, by: string, day: string, reason: string, seenVersion?: number): Promise<Moved>;
  close(
    number: string,
    by: string,
    outcome: Outcome,
    words?: string,
    seenVersion?: number,
    result?: Result,
  ): Promise<Moved>;
  /** Looks after it from now on. */
  take(number: string, by: string): Promise<Moved>;
  /** Merges another case of the same exporter into this one: it ends, its words are told here. */
  absorb(number: string, by: string, other: string, seenVersion?: number): Promise<Moved>;
  reopen(number: string, by: string, words: string): Promise<Moved>;

  /** Staff answers in the talk itself; the bot is silent meanwhile. False: no such talk. */
  takeOver(conversationKey: string, by: string): Promise<boolean>;
  /** Says something in a talk that staff holds. False: it does not hold it. */
  say(conversationKey: string, by: string, text: string): Promise<boolean>;
  /** The bot answers again, and says so. */
  giveBack(conversationKey: string, by: string): Promise<boolean>;

  rules(): Promise<Rules>;
  changeSettings(settings: CaseSettings, by: string): Promise<void>;
  /** Adds a day of joint leave, or declares a day of the calendar a working day. */
  setDayOff(day: DayOff, by: string): Promise<void>;
  /** Takes a day off staff's own list; the national calendar holds again. */
  clearDayOff(day: string, by: string): Promise<void>;
  outboxState(): ReturnType<CaseStore['outboxState']>;
}

const MOST_LISTED = 200;
const HOUR_MS = 3_600_000;

/** Opens the desk; the console and the commands use it. */
export function openStaffDesk(desk: CaseDesk, store: CaseStore): StaffDesk {
  const actor = (name: string) => ({ kind: 'staff', name }) as const;
  const act = (number: string, by: string, make: (acting: Acting) => Decide, seenVersion?: number) => {
    const now = desk.clock();
    const acting = { actor: actor(by), now, ...(seenVersion !== undefined && { seenVersion }) };
    return store.move(number, make(acting), now);
  };
  const heldUntil = async () => {
    const { settings } = await store.rules();
    return new Date(desk.clock().getTime() + settings.heldHours * HOUR_MS);
  };
  return {
    list: (filter = {}, { limit = 50, offset = 0 } = {}) =>
      store.list(filter, { limit: Math.min(limit, MOST_LISTED), offset }),
    async show(number, by, isRefresh = false) {
      const kase = await store.find(number);
      if (!kase) return null;
      if (!isRefresh) await store.noteLook(number, actor(by), desk.clock());
      const [events, audit, others, told] = await Promise.all([
        store.events(number),
        store.auditOf(number),
        store.othersOf(number),
        store.toldOf(number),
      ]);
      return { kase, events, audit, others, told };
    },
    reply: (number, by, words, seen) => act(number, by, (acting) => answer(desk, acting, words), seen),
    ask: (number, by, words, seen) => act(number, by, (acting) => ask(desk, acting, words), seen),
    accept: (number, by, seen) => act(number, by, (acting) => accept(desk, acting), seen),
    note: (number, by, words) => act(number, by, (acting) => note(desk, acting, words)),
    supply: (number, by, words) => act(number, by, (acting) => supply(desk, acting, words)),
    reroute: (number, by, unit, reason, seen) =>
      act(number, by, (acting) => passOn(desk, acting, { unit, reason }), seen),
    postpone: (number, by, day, reason, seen) => act(number, by, (acting) => postpone(desk, acting, day, reason), seen),
    close: (number, by, outcome, words, seen, result) =>
      act(number, by, (acting) => close(desk, acting, outcome, words, result), seen),
    take: (number, by) => act(number, by, (acting) => take(desk, acting)),
    absorb: (number, by, other, seen) => {
      const now = desk.clock();
      const acting = { actor: actor(by), now, ...(seen !== undefined && { seenVersion: seen }) };
      return store.merge(other, number, (one, into) => merge(desk, acting, one, into), now);
    },
    reopen: (number, by, words) => act(number, by, (acting) => reopen(desk, acting, words)),
    takeOver: async (talk, by) => store.hold(talk, actor(by), await heldUntil(), desk.clock()),
    say: async (talk, by, text) => store.sayAsStaff(talk, text, actor(by), await heldUntil(), desk.clock()),
    giveBack: (talk, by) => store.giveBack(talk, backAgain(desk), actor(by), desk.clock()),
    rules: () => store.rules(),
    changeSettings: (settings, by) => store.keepSettings(settings, actor(by), desk.clock()),
    setDayOff: (day, by) => store.keepDayOff(day, actor(by), desk.clock()),
    clearDayOff: (day, by) => store.dropDayOff(day, actor(by), desk.clock()),
    outboxState: () => store.outboxState(),
  };
}

/** What the exporter reads when the bot has her talk again. */
export function backAgain({ say }: Pick<CaseDesk, 'say'>) {
  const telling = (language: 'id' | 'en') => ({
    text: say(language, 'tell.backAgain'),
    choices: [],
    handoff: 'completed' as const,
  });
  return { id: telling('id'), en: telling('en') };
}
