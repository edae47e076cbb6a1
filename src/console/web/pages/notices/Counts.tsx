import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ToldCount } from '../../../contract/notices.ts';

const STATES = ['delivered', 'sent', 'parked', 'waiting', 'failed', 'gone'] as const;
export const STATE_COLORS: Readonly<Record<(typeof STATES)[number], string>> = {
  delivered: 'centre.8',
  sent: 'centre.8',
  parked: 'yellow.4',
  waiting: 'gray.3',
  failed: 'red.9',
  gone: 'gray.3',
};

/** How many people are in which state, all channels together. */
export function Counts({ counts }: { counts: readonly ToldCount[] }) {
  const { t } = useTranslation();
  const of = (state: string) => counts.filter((one) => one.state === state).reduce((sum, one) => sum + one.people, 0);
  return (
    <Group gap={4} mt={4}>
      {STATES.filter((state) => of(state) > 0).map((state) => (
        <Badge key={state} color={STATE_COLORS[state]}>
          {t(`console-notices:states.${state}`)}: {of(state)}
        </Badge>
      ))}
    </Group>
  );
}
