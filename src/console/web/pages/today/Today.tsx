import { Anchor, Badge, Card, Group, SimpleGrid, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { readToday } from '../../../contract/today.ts';
import { useRead } from '../../calls/useCall.ts';
import { useNews } from '../../calls/useNews.ts';
import { Bars } from '../../look/Bars.tsx';
import { Due } from '../../look/Due.tsx';
import { dayOf } from '../../look/dates.ts';
import { PageHead } from '../../look/PageHead.tsx';
import { ReadFrame } from '../../look/ReadFrame.tsx';
import { Wide } from '../../look/Wide.tsx';
import { hrefTo } from '../../shell/route.ts';
import { Heading } from './Heading.tsx';
import { Troubles } from './Troubles.tsx';

type Said = z.output<typeof readToday.reply>;

const EVERY_MINUTE = 60_000;

/** The first page: what needs somebody, and how the week went. */
export default function Today() {
  const { t } = useTranslation();
  const today = useRead(readToday, {}, { every: EVERY_MINUTE });
  const { undelivered, parked } = today.data ?? {};
  useNews({ of: 'cases' }, [readToday]);
  return (
    <>
      <PageHead title={t('pages.hari-ini')} help={t('console-today:help')} />
      <ReadFrame read={today}>
        {(said) => (
          <>
            <Needs said={said} />
            {undelivered && parked && <Troubles undelivered={undelivered} parked={parked} />}
            {said.cases && <DueCases due={said.cases.due} />}
            <Week said={said} />
          </>
        )}
      </ReadFrame>
    </>
  );
}

function Needs({ said }: { said: Said }) {
  const { t } = useTranslation();
  const { failed, cases } = said;
  const needs = [
    { name: 'waiting', count: said.unanswered, href: hrefTo(['belum-terjawab']) },
    { name: 'drafts', count: said.drafts, href: hrefTo(['tinjauan']) },
    { name: 'notices', count: said.notices, href: hrefTo(['kabar']) },
    { name: 'heldWaiting', count: said.heldWaiting, href: hrefTo(['percakapan'], { hanya: 'waiting' }) },
    { name: 'overdue', count: cases?.overdue ?? 0, href: hrefTo(['kasus'], { hanya: 'overdue' }) },
    { name: 'open', count: cases?.open ?? 0, href: hrefTo(['kasus']) },
    { name: 'pastReview', count: said.pastReview, href: hrefTo(['pengetahuan'], { keadaan: 'past-review' }) },
    { name: 'unconfirmed', count: said.unconfirmed, href: hrefTo(['pengetahuan'], { keadaan: 'unconfirmed' }) },
    { name: 'mails', count: failed.mails, href: hrefTo(['kasus'], { hanya: 'attention' }) },
    { name: 'tellings', count: failed.tellings, href: hrefTo(['kasus'], { hanya: 'attention' }) },
    { name: 'whatsapp', count: failed.whatsapp, href: hrefTo(['percakapan'], { hanya: 'failed' }) },
  ].filter(({ count }) => count > 0);
  return (
    <>
      <Heading>{t('console-today:needs')}</Heading>
      {needs.length === 0 && <Text>{t('console-today:allWell')}</Text>}
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing="sm">
        {needs.map(({ name, count, href }) => (
          <Card key={name} withBorder component="a" href={href} padding="sm">
            <Text size="xl" fw={700}>
              {count}
            </Text>
            <Text size="sm">{t(`console-today:${name}`)}</Text>
          </Card>
        ))}
      </SimpleGrid>
    </>
  );
}

function DueCases({ due }: { due: NonNullable<Said['cases']>['due'] }) {
  const { t } = useTranslation();
  return (
    <>
      <Heading>{t('console-today:due')}</Heading>
      {due.length === 0 && <Text>{t('console-today:noneDue')}</Text>}
      {due.map(({ number, topic, state, dueAt, isUrgent }) => (
        <Group key={number} gap="xs" mb="xs">
          <Anchor href={hrefTo(['kasus', number])} underline="always">
            {number}
          </Anchor>
          <Text size="sm">
            {t(`console-topics:${topic}`, { defaultValue: topic })} · {t(`console-cases:states.${state}`)} ·{' '}
            <Due at={dueAt} />
          </Text>
          {isUrgent && <Badge color="yellow.4">{t('console-today:urgent')}</Badge>}
        </Group>
      ))}
    </>
  );
}

const FIGURES = ['questions', 'exporters', 'answered', 'afterChoice', 'unanswered', 'thumbsUp', 'thumbsDown'] as const;

function Week({ said: { week, before, days } }: { said: Said }) {
  const { t } = useTranslation();
  return (
    <>
      <Heading>{t('console-today:week')}</Heading>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Bars
          label={t('console-today:chart')}
          bars={days.map(({ day, count }) => ({ label: dayOf(`${day}T00:00:00+07:00`), value: count }))}
        />
        <Wide label={t('console-today:week')}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('console-today:figure')}</Table.Th>
                <Table.Th ta="right">{t('console-today:thisWeek')}</Table.Th>
                <Table.Th ta="right">{t('console-today:weekBefore')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {FIGURES.map((name) => (
                <Table.Tr key={name}>
                  <Table.Td>{t(`console-today:${name}`)}</Table.Td>
                  <Table.Td ta="right">{week[name]}</Table.Td>
                  <Table.Td ta="right">{before[name]}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      </SimpleGrid>
    </>
  );
}
