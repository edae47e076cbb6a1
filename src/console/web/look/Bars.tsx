import { Text } from '@mantine/core';

/** One bar of a chart. */
export interface Bar {
  readonly label: string;
  readonly value: number;
}

/** Bars that lie, one below the other, each with its name and figure: they are read without colours, also on a phone. */
export function Bars({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul className="bars" aria-label={label}>
      {bars.map(({ label: name, value }) => (
        <li key={name}>
          <Text size="sm" span className="words">
            {name}
          </Text>
          <Text size="sm" span fw={700} ta="right">
            {value}
          </Text>
          <svg aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none" width="100%" height={8}>
            <rect width={100} height={4} fill="var(--mantine-color-gray-2)" />
            <rect width={(value / most) * 100} height={4} fill="var(--mantine-primary-color-filled)" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
