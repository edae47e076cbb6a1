import { Anchor, Badge, Card, Group, Select, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListedTalk, listTalks } from '../../../contract/talks.ts';
import { useRead } from '../../calls/useCall.ts';
import { momentOf } from '../../look/dates.ts';
import { PageHead } from '../../look/PageHead.tsx';
import { Pages, pageIn } from '../../look/Pages.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { changeQuery, hrefTo, useWhere } from '../../shell/route.ts';

const SIZE = 25;
const EVERY_MS = 5_000;
const OWNERS = ['bot', 'staff', 'unit'] as const;
const CHANNELS = ['web', 'whatsapp', 'bot-service'] as const;

/** Talks, the liveliest first, looked at anew every few seconds. */
export function Inbox() {
  const { t } = useTranslation();
  const { query } = useWhere();
  const page = pageIn(query);
  const [words, setWords] = useState(query.get('cari') ?? '');
  const search = useDebouncedCallback((next: string) => changeQuery({ cari: next, hal: undefined }), 250);
  const filter = {
    owner: OWNERS.find((one) => one === query.get('pemegang')),
    channel: CHANNELS.find((one) => one === query.get('saluran')),
    words: query.get('cari') || undefined,
  };
  const list = useRead(listTalks, { query: { ...filter, page, size: SIZE } }, { every: EVERY_MS });
  const choose = (name: string) => (next: string | null) => changeQuery({ [name]: next ?? undefined, hal: undefined });
  return (
    <>
      <PageHead title={t('pages.percakapan')} help={t('talks.help')} />
      <Group mb="md" gap="xs">
        <TextInput
          label={t('look.search')}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            search(event.currentTarget.value);
          }}
        />
        <Select
          label={t('talks.owner')}
          data={OWNERS.map((value) => ({ value, label: t(`owners.${value}`) }))}
          value={filter.owner ?? null}
          onChange={choose('pemegang')}
          clearable
          w={150}
        />
        <Select
          label={t('talks.channel')}
          data={CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
          value={filter.channel ?? null}
          onChange={choose('saluran')}
          clearable
          w={150}
        />
      </Group>
      {list.isError && <Trouble error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton height={200} />}
      <Stack gap="xs">
        {list.data?.talks.length === 0 && <Text>{t('talks.none')}</Text>}
        {list.data?.talks.map((talk) => (
          <TalkCard key={talk.key} talk={talk} />
        ))}
      </Stack>
      {list.data && <Pages total={list.data.total} size={SIZE} page={page} />}
    </>
  );
}

function TalkCard({ talk }: { talk: ListedTalk }) {
  const { t } = useTranslation();
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between">
        <Anchor href={hrefTo(['percakapan', talk.key])} fw={600}>
          {momentOf(talk.lastAt)}
        </Anchor>
        <Group gap={4}>
          <Badge variant="outline">{t(`channels.${talk.channel}`)}</Badge>
          {talk.owner !== 'bot' && <Badge>{talk.heldBy ?? t(`owners.${talk.owner}`)}</Badge>}
        </Group>
      </Group>
      <Text size="sm" lineClamp={2} className="words">
        {t(`talks.${talk.lastFrom}`)}: {talk.lastText}
      </Text>
    </Card>
  );
}
