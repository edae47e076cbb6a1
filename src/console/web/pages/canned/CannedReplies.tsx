import { Button, Card, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CannedReply, listCanned } from '../../../contract/canned.ts';
import { useRead } from '../../calls/useCall.ts';
import { momentOf } from '../../look/dates.ts';
import { FilterBar } from '../../look/FilterBar.tsx';
import { ListFrame } from '../../look/ListFrame.tsx';
import { pageIn } from '../../look/Pages.tsx';
import { SearchFilter } from '../../look/SearchFilter.tsx';
import { useWhere } from '../../shell/route.ts';
import { CannedDialog } from './CannedDialog.tsx';

const SIZE = 20;

/** Texts that staff save for answering. */
export default function CannedReplies() {
  const { t } = useTranslation();
  const { query } = useWhere();
  const words = query.get('cari') || undefined;
  const [edited, setEdited] = useState<CannedReply | 'new' | null>(null);
  const read = useRead(listCanned, { query: { words, page: pageIn(query), size: SIZE } });
  return (
    <>
      <ListFrame
        {...{ title: t('pages.balasan'), help: t('console-canned:help'), read, size: SIZE }}
        acts={<Button onClick={() => setEdited('new')}>{t('console-canned:new')}</Button>}
        filters={
          <FilterBar>
            <SearchFilter />
          </FilterBar>
        }
        none={({ total }) => (total > 0 ? null : t(`console-canned:${words ? 'noneFound' : 'none'}`))}
      >
        {({ replies }) => (
          <Stack>
            {replies.map((reply) => (
              <CannedCard key={reply.id} reply={reply} onEdit={() => setEdited(reply)} />
            ))}
          </Stack>
        )}
      </ListFrame>
      {edited && <CannedDialog reply={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function CannedCard({ reply, onEdit }: { reply: CannedReply; onEdit: () => void }) {
  const { t } = useTranslation();
  const { title, text, editedBy, editedAt } = reply;
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" align="flex-start" mb="xs">
        <Text component="h2" fw={700} className="words">
          {title}
        </Text>
        <Button size="xs" variant="default" onClick={onEdit} aria-label={`${t('console-canned:edit')}: ${title}`}>
          {t('console-canned:edit')}
        </Button>
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {(['id', 'en'] as const).map((language) => (
          <Text key={language} size="sm" className="words" lang={language}>
            {text[language]}
          </Text>
        ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt="xs">
        {t('console-canned:edited', { name: editedBy, moment: momentOf(editedAt) })}
      </Text>
    </Card>
  );
}
