import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListedCase } from '../../../contract/cases.ts';
import { useNamed } from '../../look/useNamed.ts';

/** Topic, product and country of a case by name, on one line. */
export function CaseAbout({ kase: { topic, product, destination } }: { kase: ListedCase }) {
  const { t } = useTranslation();
  const named = useNamed();
  const parts = [
    t(`console-topics:${topic}`, { defaultValue: topic }),
    ...[product, destination].flatMap((name) => (name ? [named(name)] : [])),
  ];
  return (
    <Text size="xs" c="dimmed">
      {parts.join(' · ')}
    </Text>
  );
}
