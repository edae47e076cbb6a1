import { Alert, Anchor, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GateFinding } from '../../../contract/knowledge.ts';
import { hrefTo } from '../../shell/route.ts';
import { fieldPath } from './fieldPath.ts';

/** What is wrong with a draft, and what deserves a look; each with its place. */
export function Findings({ findings }: { findings: readonly GateFinding[] }) {
  const { t } = useTranslation();
  const errors = findings.filter(({ level }) => level === 'error');
  const warnings = findings.filter(({ level }) => level === 'warning');
  return (
    <>
      {errors.length > 0 && (
        <Alert color="red" role="alert" title={t('gate.errors', { count: errors.length })}>
          <FindingList findings={errors} />
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert color="orange" title={t('gate.warnings', { count: warnings.length })}>
          <FindingList findings={warnings} />
        </Alert>
      )}
    </>
  );
}

function FindingList({ findings }: { findings: readonly GateFinding[] }) {
  const { t } = useTranslation();
  return (
    <List size="sm">
      {findings.map(({ code, values, message, path, row }) => (
        <List.Item key={`${row} ${path.join('.')} ${message}`}>
          {row && (
            <>
              <Anchor href={hrefTo(['pengetahuan', ...row.split(/\/(.*)/s).slice(0, 2)])}>{row}</Anchor>:{' '}
            </>
          )}
          {path.length > 0 && <strong>{fieldPath(path, t)}: </strong>}
          {code ? t(`findings.${code}`, values) : message}
        </List.Item>
      ))}
    </List>
  );
}
