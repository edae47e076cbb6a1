import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../staff/roles.ts';
import { inviteStaff, listStaff } from '../../../contract/staff.ts';
import { useChange } from '../../calls/useCall.ts';
import { Trouble } from '../../look/Trouble.tsx';
import { LinkNote } from './LinkNote.tsx';
import { RolePicker } from './RolePicker.tsx';

/** Invites somebody; the link is shown this once. */
export function InviteForm() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<Role[]>(['editor']);
  const inviting = useChange(inviteStaff, [listStaff]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    inviting.mutate({ body: { email, roles } });
  };
  if (inviting.data?.kind === 'invited') return <LinkNote {...inviting.data} />;
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          type="email"
          label={t('signIn.email')}
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          data-autofocus
        />
        <RolePicker roles={roles} onChange={setRoles} />
        {inviting.data?.kind === 'taken' && <Alert color="red">{t('staff.taken')}</Alert>}
        {inviting.isError && <Trouble error={inviting.error} />}
        <Button type="submit" loading={inviting.isPending} disabled={roles.length === 0}>
          {t('staff.sendInvitation')}
        </Button>
      </Stack>
    </form>
  );
}
