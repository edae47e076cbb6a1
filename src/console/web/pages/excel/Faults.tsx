import { Alert, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportFault } from '../../../contract/excel.ts';
import { WideTable } from '../../look/WideTable.tsx';
import { fieldPath } from '../knowledge/fieldPath.ts';

/** Cells that must be mended, each by its address, and what to do about it. */
export function Faults({ faults, count }: { faults: readonly ImportFault[]; count: number }) {
  const { t } = useTranslation();
  const columns = [t('console-excel:preview.cell'), t('console-excel:preview.row'), t('console-excel:preview.problem')];
  const title = t('console-excel:preview.faultTitle', { count });
  return (
    <Alert color="red" role="alert" title={title}>
      <Text size="sm">{t('console-excel:preview.faultHelp')}</Text>
      <WideTable label={title} columns={columns} width={560}>
        {faults.map((fault, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell may have several faults
          <Table.Tr key={at}>
            <Table.Td fw={700}>
              {fault.sheet}!{fault.cell}
            </Table.Td>
            <Table.Td className="words">{fault.key}</Table.Td>
            <Table.Td className="words">
              <FaultInWords fault={fault} />
            </Table.Td>
          </Table.Tr>
        ))}
      </WideTable>
      {count > faults.length && (
        <Text size="sm">{t('console-excel:preview.faultMore', { count: count - faults.length })}</Text>
      )}
    </Alert>
  );
}

function FaultInWords({ fault: { code, values, message, path } }: { fault: ImportFault }) {
  const { t, i18n } = useTranslation();
  const place = path.length > 0 ? `${fieldPath(path, t)}: ` : '';
  if (!code) return `${place}${message}`;
  const isOurs = i18n.exists(`console-excel:faults.${code}`);
  return place + (isOurs ? t(`console-excel:faults.${code}`, values) : t(`findings.${code}`, values));
}
