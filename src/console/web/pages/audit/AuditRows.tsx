import { Anchor, Badge, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { searchAudit } from '../../../contract/staff.ts';
import { momentOf } from '../../look/dates.ts';
import { WideTable } from '../../look/WideTable.tsx';
import { hrefTo } from '../../shell/route.ts';
import { TABLES } from '../knowledge/tables.ts';

type Entry = z.output<typeof searchAudit.reply>['entries'][number];

/** Acts, one a row, with the way to what they were done to. */
export function AuditRows({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation();
  return (
    <WideTable
      label={t('pages.catatan')}
      columns={[t('audit.at'), t('audit.actor'), t('audit.act'), t('audit.subject')]}
    >
      {entries.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a log have no other name, and never change
        <AuditRow key={at} entry={entry} />
      ))}
    </WideTable>
  );
}

function AuditRow({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const { at, actor, actorKind, act, outcome } = entry;
  return (
    <Table.Tr>
      <Table.Td className="whole">{momentOf(at)}</Table.Td>
      <Table.Td>
        {actor || t(`audit.bys.${actorKind}`)}
        {actor && actorKind === 'liaison' && (
          <Text size="xs" c="dimmed">
            {t('audit.bys.liaison')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {t(nameOfAct(act), { defaultValue: act })}{' '}
        {outcome === 'refused' && <Badge color="red.9">{t('audit.refused')}</Badge>}
      </Table.Td>
      <Table.Td>
        <Subject entry={entry} />
      </Table.Td>
    </Table.Tr>
  );
}

/** Acts of the cases room have a dot in their name. */
function nameOfAct(act: string): string {
  return act.includes('.') ? `console-cases:eventKinds.${act.replace('.', '_')}` : `calls.${act}`;
}

function Subject({ entry: { act, subject, details } }: { entry: Entry }) {
  const { t } = useTranslation();
  const said = Object.entries(details).filter(([name, value]) => name !== 'talk' && value !== null && value !== '');
  const href = placeOf(act, subject);
  return (
    <>
      {href ? (
        <Anchor size="sm" underline="always" href={href} className="words">
          {act.includes('talk') ? t('console-cases:openTalk') : subject}
        </Anchor>
      ) : (
        <Text size="sm" className="words">
          {subject}
        </Text>
      )}
      {said.length > 0 && (
        <Text size="xs" c="dimmed" className="words">
          {said
            .map(([name, value]) => `${t(`audit.details.${name}`, { defaultValue: name })}: ${plain(value)}`)
            .join(' · ')}
        </Text>
      )}
    </>
  );
}

/** Where one can look at what it was done to. */
function placeOf(act: string, subject: string): string | undefined {
  if (/^FTA-\d{4}-\d+$/.test(subject)) return hrefTo(['kasus', subject]);
  if (act.includes('talk') && subject) return hrefTo(['percakapan', subject]);
  const [table, key] = subject.split('/');
  return table && key && TABLES.some((name) => name === table) ? hrefTo(['pengetahuan', table, key]) : undefined;
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
