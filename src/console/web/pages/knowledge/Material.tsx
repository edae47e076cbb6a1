import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isReason, Reason } from '../../look/Reason.tsx';

interface Props {
  /** What was wrong before; null: nothing that anybody has to be told. */
  value: string | null;
  onChange: (value: string | null) => void;
}

/** Whether those who got the old answer have to hear of the new one, and what was wrong. */
export function Material({ value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Checkbox
        label={t('console-notices:material.label')}
        description={t('console-notices:material.help')}
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? '' : null)}
      />
      {value !== null && (
        <Reason
          {...{ label: t('console-notices:material.reason'), description: t('console-notices:material.reasonHelp') }}
          {...{ value, onChange }}
        />
      )}
    </Stack>
  );
}

/** Whether it can be sent as it stands: marked, it needs its reason. */
export function isMaterialWhole(value: string | null): boolean {
  return value === null || isReason(value);
}
