import { Alert, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../contract/excel.ts';
import { Form } from '../../look/Form.tsx';
import { Pages, pageIn } from '../../look/Pages.tsx';
import { isReason, Reason } from '../../look/Reason.tsx';
import { useWhere } from '../../shell/route.ts';
import { Faults } from './Faults.tsx';
import { PreviewRow } from './PreviewRow.tsx';

interface Props {
  preview: ImportPreview;
  onApply: (reason: string) => void;
  isApplying: boolean;
}

const SIZE = 25;
const COUNTS = ['added', 'changed', 'conflicts', 'faulty', 'waiting', 'unchanged'] as const;

/** What a file would change: figures first, then what must be mended, what is in conflict, and each row with its words. */
export function Preview({ preview, onApply, isApplying }: Props) {
  const { t } = useTranslation();
  const { query } = useWhere();
  const { counts, rows, faultCount } = preview;
  const written = rows.filter(({ kind }) => kind !== 'conflict');
  const conflicts = rows.filter(({ kind }) => kind === 'conflict');
  const page = Math.min(pageIn(query), Math.max(1, Math.ceil(written.length / SIZE)));
  const isNothing = written.length === 0 && conflicts.length === 0 && faultCount === 0;
  return (
    <Stack component="section" aria-labelledby="excel-preview">
      <Title order={2} size="h4" id="excel-preview">
        {t('console-excel:preview.title')}
      </Title>
      {isNothing && <Alert color="teal">{t('console-excel:preview.nothing')}</Alert>}
      <Group gap="xs" aria-live="polite">
        {COUNTS.map((name) => (
          <Figure key={name} name={name} count={counts[name]} />
        ))}
      </Group>
      {faultCount > 0 && <Faults faults={preview.faults} count={faultCount} />}
      {conflicts.length > 0 && (
        <Alert color="orange" title={t('console-excel:preview.conflictTitle', { count: conflicts.length })}>
          <Stack gap="xs">
            <Text size="sm">{t('console-excel:preview.conflictHelp')}</Text>
            {conflicts.map((row) => (
              <PreviewRow key={`${row.table}/${row.key}`} row={row} />
            ))}
          </Stack>
        </Alert>
      )}
      <Asides preview={preview} />
      {written.length > 0 && (
        <>
          <Apply count={written.length} onApply={onApply} isApplying={isApplying} />
          <Title order={3} size="h5">
            {t('console-excel:preview.rowsTitle')}
          </Title>
          {written.slice((page - 1) * SIZE, page * SIZE).map((row) => (
            <PreviewRow key={`${row.table}/${row.key}`} row={row} />
          ))}
          <Pages total={written.length} size={SIZE} page={page} />
        </>
      )}
    </Stack>
  );
}

function Figure({ name, count }: { name: (typeof COUNTS)[number]; count: number }) {
  const { t } = useTranslation();
  const isBad = count > 0 && (name === 'conflicts' || name === 'faulty');
  return (
    <Card withBorder padding="xs" miw={96}>
      <Text fw={700} size="lg" {...(isBad && { c: 'red.8' })}>
        {count}
      </Text>
      <Text size="xs" c="dimmed">
        {t(`console-excel:preview.${name}`)}
      </Text>
    </Card>
  );
}

function Apply({ count, onApply, isApplying }: { count: number; onApply: Props['onApply']; isApplying: boolean }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Card withBorder>
      <Form
        submit={t('console-excel:preview.apply', { count })}
        onSubmit={() => onApply(reason)}
        isPending={isApplying}
        isBlocked={!isReason(reason)}
      >
        <Reason
          label={t('console-excel:preview.reason')}
          description={t('console-excel:preview.reasonHelp')}
          value={reason}
          onChange={setReason}
        />
      </Form>
    </Card>
  );
}

/** What is not understood, and cells that were emptied: nothing happens to them, and that is said. */
function Asides({ preview: { unknown, emptied } }: { preview: ImportPreview }) {
  const { t } = useTranslation();
  return (
    <>
      {unknown.length > 0 && (
        <Alert color="gray" title={t('console-excel:preview.unknownTitle')}>
          <List size="sm">
            {unknown.map(({ sheet, cell, name }) => (
              <List.Item key={`${sheet} ${cell}`}>
                {cell
                  ? t('console-excel:preview.unknownColumn', { name: name || '?', sheet, cell })
                  : t('console-excel:preview.unknownSheet', { name })}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {emptied.count > 0 && (
        <Alert color="gray">
          <Text size="sm">{t('console-excel:preview.emptied', { count: emptied.count })}</Text>
          <Text size="sm" c="dimmed">
            {emptied.places.join(', ')}
            {emptied.count > emptied.places.length && ' …'}
          </Text>
        </Alert>
      )}
    </>
  );
}
