import { Alert, Button, Group, Stack, Switch } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeStaff, listStaff, resetPassword, type StaffMember } from '../../../contract/staff.ts';
import { useChange } from '../../calls/useCall.ts';
import { Trouble } from '../../look/Trouble.tsx';
import { LinkNote } from './LinkNote.tsx';
import { RolePicker } from './RolePicker.tsx';

/** Changes somebody's roles, closes the account, or sends a link for a new password. */
export function MemberForm({ member, onDone }: { member: StaffMember; onDone: () => void }) {
  const { t } = useTranslation();
  const [roles, setRoles] = useState(member.roles);
  const [isActive, setIsActive] = useState(member.isActive);
  const changing = useChange(changeStaff, [listStaff]);
  const resetting = useChange(resetPassword, [listStaff]);
  const params = { id: member.id };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    changing.mutate({ params, body: { roles, isActive } }, { onSuccess: ({ kind }) => kind === 'changed' && onDone() });
  };
  const error = changing.error ?? resetting.error;
  if (resetting.data?.kind === 'invited') return <LinkNote {...resetting.data} />;
  return (
    <form onSubmit={submit}>
      <Stack>
        <RolePicker roles={roles} onChange={setRoles} />
        <Switch
          checked={isActive}
          onChange={(event) => setIsActive(event.currentTarget.checked)}
          label={t('staff.active')}
          description={t('staff.activeHelp')}
        />
        {changing.data && changing.data.kind !== 'changed' && (
          <Alert color="red">{t(`staff.${changing.data.kind}`)}</Alert>
        )}
        {error && <Trouble error={error} />}
        <Group justify="space-between">
          <Button
            variant="default"
            loading={resetting.isPending}
            onClick={() => resetting.mutate({ params, body: {} })}
          >
            {t('staff.reset')}
          </Button>
          <Button type="submit" loading={changing.isPending}>
            {t('look.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
