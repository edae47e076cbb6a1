import { Alert, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportFault } from '../../../contract/excel.ts';
import { fieldPath } from '../knowledge/fieldPath.ts';

/** Cells that must be mended, each by its address, and what to do about it. */
export function Faults({ faults, count }: { faults: readonly ImportFault[]; count: number }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" role="alert" title={t('console-excel:preview.faultTitle', { count })}>
      <Text size="sm" mb="sm">
        {t('console-excel:preview.faultHelp')}
      </Text>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xs" component="ul" className="plain">
        {faults.map((fault, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell may have several faults
          <li key={at}>
            <Text size="sm" fw={700} span>
              {fault.sheet}!{fault.cell}
            </Text>{' '}
            <Text size="sm" span c="dimmed">
              {fault.key}
            </Text>
            <Text size="sm" className="words">
              <FaultInWords fault={fault} />
            </Text>
          </li>
        ))}
      </SimpleGrid>
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
