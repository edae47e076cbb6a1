import { Text } from '@mantine/core';
import type { Counted } from '../../../contract/reports.ts';
import { shortDayOf } from '../../look/dates.ts';

const HEIGHT = 60;

/** Questions day by day, as columns from the first to the last day with one. */
export function DayChart({ days, label }: { days: readonly Counted[]; label: string }) {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return <Text size="sm">–</Text>;
  const counts = everyDay(days);
  const most = Math.max(...counts);
  const said = days.map(({ key, count }) => `${shortDayOf(`${key}T00:00:00+07:00`)}: ${count}`).join('; ');
  return (
    <>
      <svg
        role="img"
        aria-label={`${label}. ${said}`}
        viewBox={`0 0 ${counts.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        width="100%"
        height={120}
      >
        {counts.map((count, at) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a day has no other name here
            key={at}
            x={at + 0.1}
            width={0.8}
            y={HEIGHT * (1 - count / most)}
            height={(HEIGHT * count) / most}
            fill="var(--mantine-primary-color-filled)"
          />
        ))}
      </svg>
      <Text size="xs">
        {shortDayOf(`${first.key}T00:00:00+07:00`)} – {shortDayOf(`${last.key}T00:00:00+07:00`)} · ↑ {most}
      </Text>
    </>
  );
}

function everyDay(days: readonly Counted[]): number[] {
  const counts = new Map(days.map(({ key, count }) => [key, count]));
  const start = Date.parse(days[0]?.key ?? '');
  const length = Math.round((Date.parse(days.at(-1)?.key ?? '') - start) / 86_400_000) + 1;
  return Array.from({ length }, (_, n) => counts.get(new Date(start + n * 86_400_000).toISOString().slice(0, 10)) ?? 0);
}
