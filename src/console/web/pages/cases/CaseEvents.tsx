import { Anchor, Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseEventShown } from '../../../contract/cases.ts';
import { Delivered } from '../../look/Delivered.tsx';
import { momentOf } from '../../look/dates.ts';
import { hrefTo } from '../../shell/route.ts';

/** What happened to a case, and whether the exporter has it. */
export function CaseEvents({ events }: { events: readonly CaseEventShown[] }) {
  const { t } = useTranslation();
  return (
    <Card withBorder>
      <Text component="h2" fw={700} mb="xs">
        {t('console-cases:events')}
      </Text>
      <Stack gap="sm">
        {events.map((event, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: events are only added at the end
          <Event key={n} event={event} />
        ))}
      </Stack>
    </Card>
  );
}

function Event({ event: { kind, actorKind, actor, at, words, told, detail } }: { event: CaseEventShown }) {
  const { t } = useTranslation();
  return (
    <div>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {t(`console-cases:eventKinds.${kind.replace('.', '_')}`)}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`console-cases:by.${actorKind}`)}
          {actor && ` ${actor}`} · {momentOf(at)}
        </Text>
      </Group>
      {detail.to && <Text size="sm">{`${detail.from ?? ''} → ${detail.to}`.trim()}</Text>}
      {detail.until && <Text size="sm">{t('console-cases:until', { moment: momentOf(detail.until) })}</Text>}
      {detail.outcome && !detail.other && <Text size="sm">{t(`console-cases:outcomes.${detail.outcome}`)}</Text>}
      {detail.other && (
        <Anchor size="sm" underline="always" href={hrefTo(['kasus', detail.other])}>
          {detail.other}
        </Anchor>
      )}
      {words && (
        <Text size="sm" className="words spoken">
          {words}
        </Text>
      )}
      {told && <Delivered delivery={told} />}
    </div>
  );
}
