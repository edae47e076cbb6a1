import { Anchor, Badge, Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ListedTalk, listTalks } from '../../../contract/talks.ts';
import { useRead } from '../../calls/useCall.ts';
import { useNews } from '../../calls/useNews.ts';
import { ChoiceFilter } from '../../look/ChoiceFilter.tsx';
import { momentOf } from '../../look/dates.ts';
import { FilterBar } from '../../look/FilterBar.tsx';
import { ListFrame } from '../../look/ListFrame.tsx';
import { pageIn } from '../../look/Pages.tsx';
import { SearchFilter } from '../../look/SearchFilter.tsx';
import { hrefTo, useWhere } from '../../shell/route.ts';

const SIZE = 25;
/** What is said comes by {@link useNews}; this is for what gets lost on the way. */
const EVERY_MS = 15_000;
const OWNERS = ['bot', 'staff', 'unit'] as const;
const ONLYS = ['waiting', 'failed', 'parked'] as const;
const CHANNELS = ['web', 'whatsapp', 'bot-service'] as const;

/** Talks, the liveliest first; what is said anywhere brings them up to date. */
export function Inbox() {
  const { t } = useTranslation();
  const { query } = useWhere();
  const page = pageIn(query);
  const filter = {
    owner: OWNERS.find((one) => one === query.get('pemegang')),
    channel: CHANNELS.find((one) => one === query.get('saluran')),
    only: ONLYS.find((one) => one === query.get('hanya')),
    words: query.get('cari') || undefined,
  };
  useNews({ of: 'talks' }, [listTalks]);
  const read = useRead(listTalks, { query: { ...filter, page, size: SIZE } }, { every: EVERY_MS });
  return (
    <ListFrame
      {...{ title: t('pages.percakapan'), help: t('talks.help'), filters: <Filters />, read, size: SIZE }}
      none={({ total }) => (total === 0 ? t('talks.none') : null)}
    >
      {({ talks }) => (
        <Stack gap="xs">
          {talks.map((talk) => (
            <TalkCard key={talk.key} talk={talk} />
          ))}
        </Stack>
      )}
    </ListFrame>
  );
}

function Filters() {
  const { t } = useTranslation();
  const choices = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value}`) }));
  return (
    <FilterBar>
      <SearchFilter />
      <ChoiceFilter name="hanya" label={t('talks.only')} choices={choices('talks.onlys', ONLYS)} width={200} />
      <ChoiceFilter name="pemegang" label={t('talks.owner')} choices={choices('owners', OWNERS)} />
      <ChoiceFilter name="saluran" label={t('talks.channel')} choices={choices('channels', CHANNELS)} />
    </FilterBar>
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
          {talk.hasFailed && <Badge color="red.9">{t('talks.failed')}</Badge>}
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
