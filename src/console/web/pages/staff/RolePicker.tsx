import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '../../../../staff/roles.ts';

/** The roles, each with what it may do. */
export function RolePicker({ roles, onChange }: { roles: readonly Role[]; onChange: (roles: Role[]) => void }) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group label={t('staff.roles')} value={[...roles]} onChange={(next) => onChange(next as Role[])}>
      <Stack gap="xs" mt="xs">
        {ROLES.map((role) => (
          <Checkbox key={role} value={role} label={t(`roles.${role}`)} description={t(`roleHelp.${role}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
