import { openCalendar, type WorkingCalendar } from './calendar/workingCalendar.ts';
import type { Actor, Case, CaseStanding, EventDetail, EventKind } from './case.ts';
import type { CaseDesk } from './caseDesk.ts';
import { type Act, type CaseRefusal, LIFECYCLE, nextState, refusalOf } from './lifecycle.ts';
import type { NewLink } from './link.ts';
import { CENTRE } from './routing.ts';
import type { Rules } from './settings.ts';

/** What a button under a message does; the conversation reads it. */
export interface TellingChoice {
  readonly title: string;
  readonly action:
    | { readonly do: 'case'; readonly act: string; readonly number?: string }
    | { readonly do: 'detail'; readonly entry: string; readonly slots: Readonly<Record<string, readonly string[]>> };
}

/** What the exporter is told outside a turn, in her language. */
export interface Telling {
  readonly text: string;
  readonly choices: readonly TellingChoice[];
  /** For channels that understand Bot Framework's `handoff.status`. */
  readonly handoff?: 'accepted' | 'failed' | 'completed';
}

/** Which mail goes to whom; its words are made when it is sent, from the case as it is then. */
export interface MailOrder {
  readonly template: 'new-case' | 'words' | 'reminder' | 'overdue' | 'desk' | 'exporter' | 'forget';
  /** The unit that gets it; null: the centre's desk. Unused for `exporter`. */
  readonly unit: string | null;
  /** For `exporter`: what she is told in the talk. */
  readonly text?: string;
  /** For `forget`: mails whose files on this machine are taken away. */
  readonly keys?: readonly string[];
}

/** One move: what changes, what is noted, who hears of it. Kept in one transaction or not at all. */
export interface Decision {
  readonly set: Partial<CaseStanding>;
  readonly event: {
    readonly kind: EventKind;
    readonly actor: Actor;
    readonly words?: string;
    readonly detail: EventDetail;
  };
  readonly tell?: Telling;
  readonly mails: readonly MailOrder[];
  /** A new key for the unit that holds it now. */
  readonly link?: NewLink;
  /** All keys given out before are worthless from now on. */
  readonly revokes: boolean;
}

/** Says what to do with a case as it stands, under its lock. Pure: it may be asked again. */
export type Decide = (kase: Case, rules: Rules) => Decision | Refused;
export interface Refused {
  readonly refused: CaseRefusal;
}

/** What an act is decided with. */
export interface Bench extends Omit<CaseDesk, 'clock'> {
  readonly now: Date;
  readonly rules: Rules;
  readonly calendar: WorkingCalendar;
}

/** The part of a decision that differs from act to act. */
export interface Draft {
  readonly set?: Partial<CaseStanding>;
  readonly words?: string;
  readonly detail?: EventDetail;
  readonly tell?: Telling | undefined;
  readonly mails?: readonly MailOrder[];
  readonly link?: NewLink | undefined;
  readonly revokes?: boolean;
}

/** Who acts, when, and on which version of the case as they saw it. */
export interface Acting {
  readonly actor: Actor;
  readonly now: Date;
  /** Absent: whatever happened meanwhile does not matter. */
  readonly seenVersion?: number;
}

/** Makes a decision of an act: refused unless the table allows it, otherwise as drafted, with the state it leads to. */
export function deciding(
  act: Act,
  desk: CaseDesk,
  acting: Acting,
  draft: (kase: Case, bench: Bench) => Draft | Refused,
): Decide {
  return (kase, rules) => {
    const refused = mayNot(act, kase, acting);
    if (refused) return { refused };
    const drafted = draft(kase, { ...desk, now: acting.now, rules, calendar: openCalendar(rules) });
    return 'refused' in drafted ? drafted : decisionOf(act, kase, acting.actor, drafted);
  };
}

function mayNot(act: Act, kase: Case, { actor, seenVersion }: Acting): CaseRefusal | undefined {
  if (kase.erasedAt) return 'erased';
  if (kase.mergedInto && act !== 'note') return 'merged';
  if (actor.kind === 'liaison' && actor.name !== (kase.unit ?? CENTRE)) return 'not-yours';
  if (seenVersion !== undefined && seenVersion !== kase.shownVersion) return 'stale';
  return refusalOf(act, kase.state, actor.kind);
}

function decisionOf(act: Act, kase: Case, actor: Actor, drafted: Draft): Decision {
  const { set = {}, words, detail = {}, tell, mails = [], link, revokes = false } = drafted;
  const unit = set.unit === undefined ? kase.unit : set.unit;
  const toHer: MailOrder[] =
    tell && kase.personal?.email ? [{ template: 'exporter', unit: null, text: tell.text }] : [];
  return {
    set: { ...set, ...handledBy(act, kase, actor), state: nextState(act, kase.state, unit) },
    event: { kind: LIFECYCLE[act].event, actor, detail, ...(words !== undefined && { words }) },
    ...(tell && { tell }),
    mails: [...mails, ...toHer],
    ...(link && { link }),
    revokes,
  };
}

/** Who of the staff does something first looks after the case from then on; a word in passing does not bind anybody. */
function handledBy(act: Act, kase: Case, { kind, name }: Actor): Partial<CaseStanding> {
  if (kind !== 'staff' || name === undefined || act === 'note' || kase.handledBy !== null) return {};
  return { handledBy: name };
}
