import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListedCase } from '../../../contract/cases.ts';

/** What of a case must catch the eye, besides its deadline. */
export function Marks({ kase: { isUrgent, attention } }: { kase: ListedCase }) {
  const { t } = useTranslation();
  if (!isUrgent && !attention) return null;
  return (
    <Group gap={4} mt={4}>
      {isUrgent && <Badge color="yellow.4">{t('console-cases:urgent')}</Badge>}
      {attention && <Badge color="grape.9">{t(`console-cases:attentions.${attention}`)}</Badge>}
    </Group>
  );
}
