import { Alert, Anchor, Card, Group, SimpleGrid, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CaseEventShown, type CaseShown, readCase } from '../../../contract/cases.ts';
import { useRead } from '../../calls/useCall.ts';
import { momentOf } from '../../look/dates.ts';
import { PageHead } from '../../look/PageHead.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { useMay } from '../../session/useMay.ts';
import { hrefTo } from '../../shell/route.ts';
import { CaseActs } from './CaseActs.tsx';
import { Marks } from './Marks.tsx';

/** One case: what it is about, the talk, what happened, and what can be done. */
export function CasePage({ number }: { number: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const read = useRead(readCase, { params: { number } });
  const file = read.data?.file;
  return (
    <>
      <Anchor href={hrefTo(['kasus'])}>← {t('pages.kasus')}</Anchor>
      <PageHead title={number} />
      {read.isError && <Trouble error={read.error} onRetry={() => void read.refetch()} />}
      {read.isPending && <Skeleton height={300} />}
      {file === null && <Text>{t('console-cases:gone')}</Text>}
      {file && (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <Stack>
            <Summary file={file} />
            {may('work-cases') && file.acts.length > 0 && <CaseActs file={file} />}
          </Stack>
          <Stack>
            <Transcript file={file} />
            <Events events={file.events} />
          </Stack>
        </SimpleGrid>
      )}
    </>
  );
}

function Summary({ file }: { file: CaseShown }) {
  const { t } = useTranslation();
  return (
    <Card withBorder>
      {file.isErased && <Alert mb="sm">{t('console-cases:erased')}</Alert>}
      <Text fw={700} className="words" mb="xs">
        {file.problem}
      </Text>
      <Text size="sm">
        {t(`console-cases:states.${file.state}`)} · {t('console-cases:opened', { moment: momentOf(file.openedAt) })}
      </Text>
      {file.dueAt && (
        <Text size="sm">
          {file.dueFor ? t(`console-cases:dueFor.${file.dueFor}`) : t('console-cases:due')}: {momentOf(file.dueAt)}
        </Text>
      )}
      {file.promisedAt && <Text size="sm">{t('console-cases:promised', { moment: momentOf(file.promisedAt) })}</Text>}
      <Marks kase={file} />
      <Table mt="sm" withRowBorders={false} verticalSpacing={2} aria-label={t('console-cases:about')}>
        <Table.Tbody>
          {factsOf(file).map(([field, words]) => (
            <Table.Tr key={field}>
              <Table.Th scope="row">{t(`console-cases:fields.${field}`)}</Table.Th>
              <Table.Td className="words">
                {field === 'shared'
                  ? t(`console-cases:${words}`)
                  : field === 'outcome'
                    ? t(`console-cases:outcomes.${words}`)
                    : words}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function factsOf(file: CaseShown): [string, string][] {
  const { unitName, topic, agreement, product, destination, channel, outcome, told } = file;
  const facts = { unit: unitName, topic, agreement, product, destination, channel, outcome };
  const known = Object.entries(facts).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return [
    ...known,
    ...told.map(({ field, words }): [string, string] => [field, words]),
    ['shared', file.isShared ? 'yes' : 'no'],
  ];
}

function Transcript({ file }: { file: CaseShown }) {
  const { t } = useTranslation();
  return (
    <Card withBorder>
      <Text component="h2" fw={700} mb="xs">
        {t('console-cases:transcript')}
      </Text>
      {file.transcript.map(({ by, text, at }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a talk have no other name, and never change
        <div key={n} className={by === 'exporter' ? 'said said-in' : 'said'}>
          <Text size="xs" c="dimmed">
            {t(`console-cases:by.${by}`)} · {momentOf(at)}
          </Text>
          <Text size="sm" className="words spoken">
            {text}
          </Text>
        </div>
      ))}
    </Card>
  );
}

function Events({ events }: { events: readonly CaseEventShown[] }) {
  const { t } = useTranslation();
  return (
    <Card withBorder>
      <Text component="h2" fw={700} mb="xs">
        {t('console-cases:events')}
      </Text>
      <Stack gap="xs">
        {events.map((event, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: events are only added at the end
          <div key={n}>
            <Group gap="xs">
              <Text size="sm" fw={600}>
                {t(`console-cases:eventKinds.${event.kind.replace('.', '_')}`)}
              </Text>
              <Text size="xs" c="dimmed">
                {t(`console-cases:by.${event.actorKind}`)}
                {event.actor && ` ${event.actor}`} · {momentOf(event.at)}
              </Text>
            </Group>
            {(event.detail.to || event.detail.outcome) && (
              <Text size="sm">
                {event.detail.to && `${event.detail.from ?? ''} → ${event.detail.to}`}
                {event.detail.outcome && t(`console-cases:outcomes.${event.detail.outcome}`)}
              </Text>
            )}
            {event.words && (
              <Text size="sm" className="words spoken">
                {event.words}
              </Text>
            )}
          </div>
        ))}
      </Stack>
    </Card>
  );
}
