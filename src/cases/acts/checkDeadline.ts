import { dayInWib } from '../../knowledge/index.ts';
import type { Case } from '../case.ts';
import type { CaseDesk } from '../caseDesk.ts';
import { type Acting, type Bench, type Decide, type Draft, deciding } from '../decision.ts';
import { reachableDeputy } from '../routing.ts';
import { telling } from '../tellings.ts';
import { close } from './close.ts';
import { handOver } from './passOn.ts';

const OVERDUE_AGAIN_DAYS = 5;

/**
 * What the deadline job does with a case whose time has come, one step at each look:
 * a reminder before the deadline, one at it, a working day later the deputy, and when there is none the centre's staff.
 *
 * A promise that passes is never passed over: she is told so, with a new date. The job may look as often as it likes;
 * before `nextCheckAt` nothing happens.
 */
export function checkDeadline(desk: CaseDesk, now: Date): Decide {
  const acting: Acting = { actor: { kind: 'system' }, now };
  return (kase, rules) => {
    if (!kase.nextCheckAt || kase.nextCheckAt > now) return { refused: 'wrong-state' };
    return stepOf(desk, acting, kase)(kase, rules);
  };
}

function stepOf(desk: CaseDesk, acting: Acting, kase: Case): Decide {
  if (kase.state === 'answered' || kase.state === 'waiting-for-exporter') return close(desk, acting, 'no-reaction');
  const isBroken = kase.promisedAt !== null && kase.promisedAt <= acting.now;
  const isLate = kase.dueAt !== null && kase.dueAt <= acting.now;
  if (isLate && kase.reminders >= 2) return escalate(desk, acting, kase);
  if (isBroken) return deciding('lapse', desk, acting, (late, bench) => lapse(late, bench));
  return deciding('remind', desk, acting, (late, bench) => remind(late, bench));
}

function remind(kase: Case, bench: Bench): Draft {
  const { dueAt, reminders } = kase;
  const isBefore = dueAt !== null && dueAt > bench.now;
  const next = isBefore ? dueAt : bench.calendar.workingDaysLater(bench.now, 1);
  return {
    set: { reminders: isBefore ? 1 : 2, nextCheckAt: soonest(next, kase, bench) },
    detail: { step: reminders + 1 },
    mails: [{ template: isBefore ? 'reminder' : 'overdue', unit: kase.unit }],
  };
}

/** The date given to the exporter has come and there is no answer: she hears it from us, with a new one. */
function lapse(kase: Case, bench: Bench): Draft {
  const promisedAt = bench.calendar.workingDaysLater(bench.now, 2);
  return {
    set: {
      reminders: 2,
      promisedAt,
      attention: 'overdue',
      nextCheckAt: bench.calendar.workingDaysLater(bench.now, 1),
    },
    detail: { step: kase.reminders + 1, until: promisedAt.toISOString() },
    tell: telling(bench, kase, lateKey(kase), { promise: promisedAt }),
    mails: [{ template: 'overdue', unit: kase.unit }, ...(kase.unit === null ? [] : [toDesk])],
  };
}

function lateKey({ unit }: Case): string {
  return unit === null ? 'lateAtDesk' : 'late';
}

const toDesk = { template: 'desk', unit: null } as const;

/** The first holder is silent: its deputy gets the case, or staff hears that nobody has taken it. */
function escalate(desk: CaseDesk, acting: Acting, kase: Case): Decide {
  const deputy = kase.unit === null ? null : reachableDeputy(desk.knowledge(), kase.unit, dayInWib(acting.now));
  const isNew = deputy !== null && deputy !== kase.unit && kase.reminders === 2;
  if (isNew)
    return deciding('pass-on', desk, acting, (late, bench) => ({
      ...handOver(late, bench, deputy, bench.say(late.language, 'reason.silent')),
      detail: { from: late.unit ?? '', to: deputy },
    }));
  return deciding('lapse', desk, acting, (late, bench) => {
    const isBroken = late.promisedAt !== null && late.promisedAt <= bench.now;
    const promisedAt = isBroken ? bench.calendar.workingDaysLater(bench.now, OVERDUE_AGAIN_DAYS) : late.promisedAt;
    return {
      set: {
        reminders: late.reminders + 1,
        attention: 'overdue',
        promisedAt,
        nextCheckAt: soonest(bench.calendar.workingDaysLater(bench.now, OVERDUE_AGAIN_DAYS), { promisedAt }, bench),
      },
      detail: { step: late.reminders + 1 },
      tell: isBroken ? telling(bench, late, lateKey(late), { promise: promisedAt }) : undefined,
      mails: [toDesk],
    };
  });
}

/** The next look: not later than the promise. */
function soonest(next: Date, { promisedAt }: Pick<Case, 'promisedAt'>, { now }: Bench): Date {
  return promisedAt && promisedAt > now && promisedAt < next ? promisedAt : next;
}
