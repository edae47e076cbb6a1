interface Props {
  readonly counts: readonly number[];
  /** Says the figures to who cannot see the line. */
  readonly label: string;
}

const WIDTH = 120;
const HEIGHT = 28;

/** A little line of numbers, the newest at the right. */
export function Sparkline({ counts, label }: Props) {
  const most = Math.max(1, ...counts);
  const step = WIDTH / Math.max(1, counts.length);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT}>
      {counts.map((count, at) => {
        const height = Math.max(1, (count / most) * HEIGHT);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a day has no other name here
            key={at}
            x={at * step}
            y={HEIGHT - height}
            width={step * 0.7}
            height={height}
            fill={count > 0 ? 'var(--mantine-primary-color-filled)' : 'var(--mantine-color-gray-4)'}
          />
        );
      })}
    </svg>
  );
}
