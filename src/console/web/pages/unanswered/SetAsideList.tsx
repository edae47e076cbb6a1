import { Anchor, Button, Card, Group, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Aside, listSetAside, listUnanswered, restoreSetAside } from '../../../contract/unanswered.ts';
import { useChange, useRead } from '../../calls/useCall.ts';
import { momentOf } from '../../look/dates.ts';
import { ListFrame } from '../../look/ListFrame.tsx';
import { pageIn } from '../../look/Pages.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { useMay } from '../../session/useMay.ts';
import { hrefTo, useWhere } from '../../shell/route.ts';

const SIZE = 20;

/** What was set aside these thirty days, by whom and why; it can be put back. */
export function SetAsideList() {
  const { t } = useTranslation();
  const page = pageIn(useWhere().query);
  const read = useRead(listSetAside, { query: { page, size: SIZE } });
  return (
    <>
      <Anchor href={hrefTo(['belum-terjawab'])}>← {t('pages.belum-terjawab')}</Anchor>
      <ListFrame
        {...{ title: t('console-unanswered:asideTitle'), help: t('console-unanswered:asideHelp'), read, size: SIZE }}
        none={({ total }) => (total === 0 ? t('console-unanswered:noAside') : null)}
      >
        {({ asides }) => (
          <Stack>
            {asides.map((aside) => (
              <AsideCard key={`${aside.at} ${aside.by}`} aside={aside} />
            ))}
          </Stack>
        )}
      </ListFrame>
    </>
  );
}

function AsideCard({ aside: { at, by, byName, reason, questions, count } }: { aside: Aside }) {
  const { t } = useTranslation();
  const may = useMay();
  const restoring = useChange(restoreSetAside, [listUnanswered, listSetAside]);
  return (
    <Card withBorder component="article">
      <List size="sm">
        {questions.map((text) => (
          <List.Item key={text} className="words">
            {text}
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        {t('console-unanswered:aside.reason')}: {reason}
      </Text>
      <Group justify="space-between" mt="xs">
        <Text size="xs" c="dimmed">
          {byName} · {momentOf(at)} · {t('console-unanswered:times', { count })}
        </Text>
        {may('settle-unanswered') && (
          <Button
            size="xs"
            variant="default"
            loading={restoring.isPending}
            onClick={() => restoring.mutate({ body: { at, by } })}
          >
            {t('console-unanswered:restore')}
          </Button>
        )}
      </Group>
      {restoring.error && <Trouble error={restoring.error} />}
    </Card>
  );
}
