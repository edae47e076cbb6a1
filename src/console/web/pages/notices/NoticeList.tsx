import { Anchor, Badge, Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { listNotices, type NoticeShown, type ToldCount } from '../../../contract/notices.ts';
import { useRead } from '../../calls/useCall.ts';
import { momentOf } from '../../look/dates.ts';
import { ListFrame } from '../../look/ListFrame.tsx';
import { pageIn } from '../../look/Pages.tsx';
import { hrefTo, useWhere } from '../../shell/route.ts';
import { Counts } from './Counts.tsx';

const SIZE = 20;
const EVERY_MS = 30_000;

/** Corrections that wait for a decision first, then everything that exporters were told. */
export function NoticeList() {
  const { t } = useTranslation();
  const page = pageIn(useWhere().query);
  const read = useRead(listNotices, { query: { page, size: SIZE } }, { every: EVERY_MS });
  return (
    <ListFrame
      {...{ title: t('pages.kabar'), help: t('console-notices:help'), read, size: SIZE }}
      none={({ total }) => (total === 0 ? t('console-notices:none') : null)}
    >
      {({ notices }) => (
        <Stack>
          {notices.map((notice) => (
            <NoticeCard key={notice.id} notice={notice} />
          ))}
        </Stack>
      )}
    </ListFrame>
  );
}

function NoticeCard({ notice }: { notice: NoticeShown & { counts: ToldCount[] } }) {
  const { t, i18n } = useTranslation();
  const { id, kind, title, reason, madeBy, madeAt, outcome, counts } = notice;
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between">
        <Anchor href={hrefTo(['kabar', String(id)])} fw={600} underline="always">
          {i18n.language === 'en' ? title.en : title.id}
        </Anchor>
        <Group gap={4}>
          <Badge variant="light">{t(`console-notices:kinds.${kind}`)}</Badge>
          <Badge color={outcome === null ? 'yellow.4' : 'gray.3'}>
            {t(`console-notices:outcomes.${outcome ?? 'open'}`)}
          </Badge>
        </Group>
      </Group>
      <Text size="sm" className="words">
        {t(`console-notices:${kind === 'correction' ? 'wrong' : 'question'}`, { reason })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('console-notices:made', { name: madeBy, moment: momentOf(madeAt) })}
      </Text>
      {outcome === 'sent' && <Counts counts={counts} />}
    </Card>
  );
}
