import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../contract/delivery.ts';
import { clockOf, momentOf } from './dates.ts';

const COLOURS: Readonly<Record<Delivery['state'], string>> = {
  waiting: 'gray.3',
  kept: 'gray.3',
  parked: 'yellow.4',
  accepted: 'gray.3',
  sent: 'gray.3',
  delivered: 'teal.2',
  read: 'blue.2',
  failed: 'red.9',
};

/** How far words have come on their way to the exporter, and why not further. */
export function Delivered({ delivery: { state, reason, code, at } }: { delivery: Delivery }) {
  const { t } = useTranslation();
  return (
    <Group gap={6} mt={4} wrap="wrap">
      <Badge size="sm" tt="none" color={COLOURS[state]} {...(at && { title: momentOf(at) })}>
        {t(`console-delivery:states.${state}`)}
        {at && ` ${clockOf(at)}`}
      </Badge>
      {reason && (
        <Text size="xs" c="#4d5c57">
          {t(`console-delivery:reasons.${reason}`)}
          {code && ` (${t('console-delivery:code', { code })})`}
        </Text>
      )}
    </Group>
  );
}
