import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { clockOf, dayInWib, momentOf, weekdayOf } from './dates.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A deadline as one says it: today at four, since three days. The whole date stands behind it. */
export function Due({ at, size = 'sm' }: { at: string; size?: 'xs' | 'sm' }) {
  const { t } = useTranslation();
  const isOver = Date.parse(at) < Date.now();
  const words = wordsOf(at, new Date());
  return (
    <Text span size={size} title={momentOf(at)} {...(isOver && { c: 'red.9', fw: 700 })}>
      {t(`look.due.${words.key}`, words.values)}
    </Text>
  );
}

/** Which words of `look.due` fit. */
function wordsOf(at: string, now: Date): { key: string; values: Record<string, string | number> } {
  const due = new Date(at);
  const over = now.getTime() - due.getTime();
  if (over >= DAY_MS) return { key: 'overDays', values: { count: Math.floor(over / DAY_MS) } };
  if (over >= HOUR_MS) return { key: 'overHours', values: { count: Math.floor(over / HOUR_MS) } };
  if (over >= 0) return { key: 'overNow', values: {} };
  const clock = clockOf(due);
  if (dayInWib(due) === dayInWib(now)) return { key: 'today', values: { clock } };
  if (dayInWib(due) === dayInWib(new Date(now.getTime() + DAY_MS))) return { key: 'tomorrow', values: { clock } };
  if (-over < 6 * DAY_MS) return { key: 'day', values: { day: weekdayOf(due), clock } };
  return { key: 'far', values: { moment: momentOf(due) } };
}
