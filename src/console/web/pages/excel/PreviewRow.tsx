import { Anchor, Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { ImportConflict, ImportRow } from '../../../contract/excel.ts';
import { hrefTo } from '../../shell/route.ts';
import { fieldPath } from '../knowledge/fieldPath.ts';
import { WordDiff } from '../knowledge/WordDiff.tsx';

/** One row of a preview: where it stands in the file, what becomes of it, and its words, old and new. */
export function PreviewRow({ row }: { row: ImportRow }) {
  const { t, i18n } = useTranslation();
  const [isShown, { toggle }] = useDisclosure(row.changes.length > 0 && row.changes.length <= 3);
  const { table, key, kind, conflict, changes, place, isCut } = row;
  const title = i18n.language === 'en' ? row.title.en : row.title.id;
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" align="flex-start">
        <Stack gap={0}>
          {kind === 'added' ? (
            <Text fw={600}>{title}</Text>
          ) : (
            <Anchor href={hrefTo(['pengetahuan', table, key])} fw={600} target="_blank">
              {title}
            </Anchor>
          )}
          <Text size="xs" c="dimmed">
            {place} · {key}
          </Text>
        </Stack>
        <Badge {...(kind === 'added' && { color: 'blue' })} {...(kind === 'conflict' && { color: 'red' })}>
          {t(`console-excel:preview.${kind === 'conflict' ? 'conflicts' : kind}`)}
        </Badge>
      </Group>
      {conflict && <Text size="sm">{conflictInWords(conflict, t)}</Text>}
      {isCut && <Text size="sm">{t('console-excel:preview.isCut')}</Text>}
      {isShown && <Changes changes={changes} />}
      {changes.length > 0 && (
        <Group mt="xs">
          <Button size="xs" variant="default" onClick={toggle} aria-expanded={isShown}>
            {isShown ? t('console-excel:preview.hide') : t('console-excel:preview.show', { count: changes.length })}
          </Button>
        </Group>
      )}
    </Card>
  );
}

function Changes({ changes }: { changes: ImportRow['changes'] }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" mt="xs">
      {changes.map(({ path, before, after, cell }) => (
        <div key={cell + path.join('.')}>
          <Text size="xs" fw={700}>
            {fieldPath(path, t)}{' '}
            <Text span size="xs" c="dimmed">
              {cell}
            </Text>
          </Text>
          <WordDiff before={before} after={after} />
        </div>
      ))}
    </Stack>
  );
}

function conflictInWords(conflict: ImportConflict, t: ReturnType<typeof useTranslation>['t']): string {
  if (conflict.kind === 'moved') return t('console-excel:preview.moved', { revision: conflict.revision });
  return conflict.by
    ? t('console-excel:preview.draft', { by: conflict.by })
    : t('console-excel:preview.draftOfSomeone');
}
