import { Alert, Anchor, Badge, Card, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type NoticeShown, readNotice } from '../../../contract/notices.ts';
import { useRead } from '../../calls/useCall.ts';
import { momentOf } from '../../look/dates.ts';
import { PageHead } from '../../look/PageHead.tsx';
import { pageIn } from '../../look/Pages.tsx';
import { ReadFrame } from '../../look/ReadFrame.tsx';
import { hrefTo, useWhere } from '../../shell/route.ts';
import { AudienceShown } from './AudienceShown.tsx';
import { Counts } from './Counts.tsx';
import { Decide } from './Decide.tsx';
import { People } from './People.tsx';

const SIZE = 25;
const EVERY_MS = 10_000;

type Read = z.output<typeof readNotice.reply>;

/** One notice: what was wrong, whom it reaches or reached, and the decision. */
export function NoticePage({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const page = pageIn(useWhere().query);
  const first = useRead(readNotice, { params: { id }, query: { page, size: SIZE } });
  const isSent = first.data?.notice?.outcome === 'sent';
  // Only what went out changes by itself; finding out whom an answer misled takes too long to be done again and again.
  const read = useRead(readNotice, { params: { id }, query: { page, size: SIZE } }, isSent ? { every: EVERY_MS } : {});
  const title = read.data?.notice?.title;
  return (
    <>
      <Anchor href={hrefTo(['kabar'])}>← {t('pages.kabar')}</Anchor>
      <PageHead title={(title && (i18n.language === 'en' ? title.en : title.id)) ?? t('pages.kabar')} />
      {read.isPending && <Text>{t('console-notices:finding')}</Text>}
      <ReadFrame {...{ read, size: SIZE, none: ({ notice }: Read) => (notice ? null : t('console-notices:gone')) }}>
        {(said) => said.notice && <Whole said={said} notice={said.notice} />}
      </ReadFrame>
    </>
  );
}

function Whole({ said, notice }: { said: Read; notice: NoticeShown }) {
  const { t } = useTranslation();
  const { audience, counts, people } = said;
  return (
    <Stack>
      <Head notice={notice} />
      {notice.outcome === 'sent' && <Counts counts={counts} />}
      {audience && audience.people === 0 && <Alert color="teal">{t('console-notices:nobody')}</Alert>}
      {audience && audience.people > 0 && (
        <>
          <Text component="h2" fw={700} size="lg">
            {t('console-notices:misled', { count: audience.people })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('console-notices:left')}
          </Text>
          <AudienceShown audience={audience} />
        </>
      )}
      {notice.outcome === null && <Decide id={notice.id} people={audience?.people ?? 0} />}
      {people.length > 0 && <People people={people} />}
    </Stack>
  );
}

function Head({ notice }: { notice: NoticeShown }) {
  const { t } = useTranslation();
  const { kind, table, key, revision, reason, madeBy, madeAt, outcome, settledBy, settledAt } = notice;
  return (
    <Card withBorder>
      <Text fw={600} className="words">
        {t(`console-notices:${kind === 'correction' ? 'wrong' : 'question'}`, { reason })}
      </Text>
      <Text size="sm">
        <Anchor size="sm" underline="always" href={hrefTo(['pengetahuan', table, key])}>
          {key}
        </Anchor>
        , {t('console-notices:revision', { revision })} ·{' '}
        {t('console-notices:made', { name: madeBy, moment: momentOf(madeAt) })}
      </Text>
      <Text size="sm">
        <Badge color={outcome === null ? 'yellow.4' : 'gray.3'} component="span">
          {t(`console-notices:outcomes.${outcome ?? 'open'}`)}
        </Badge>{' '}
        {settledBy && settledAt && t('console-notices:settled', { name: settledBy, moment: momentOf(settledAt) })}
      </Text>
    </Card>
  );
}
