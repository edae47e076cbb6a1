import { Anchor, Badge, Card, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Bundle } from '../../../contract/knowledge.ts';
import { momentOf } from '../../look/dates.ts';
import { hrefTo } from '../../shell/route.ts';

/** An import that waits for a second person, as one. */
export function BundleCard({ bundle: { id, count, note, editedBy, editedAt } }: { bundle: Bundle }) {
  const { t } = useTranslation();
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between">
        <Anchor href={hrefTo(['tinjauan', id])} fw={600}>
          {t('console-excel:bundle.title', { count })}
        </Anchor>
        <Badge color="blue">{t('states.in-review')}</Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {editedBy} · {momentOf(editedAt)}
      </Text>
      <Text size="sm">{note}</Text>
    </Card>
  );
}
