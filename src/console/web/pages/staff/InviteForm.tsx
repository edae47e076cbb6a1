import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../staff/roles.ts';
import { inviteStaff, listStaff } from '../../../contract/staff.ts';
import { useChange } from '../../calls/useCall.ts';
import { Form } from '../../look/Form.tsx';
import { LinkNote } from './LinkNote.tsx';
import { RolePicker } from './RolePicker.tsx';

/** Invites somebody; the link is shown this once. */
export function InviteForm() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<Role[]>(['editor']);
  const inviting = useChange(inviteStaff, [listStaff]);
  if (inviting.data?.kind === 'invited') return <LinkNote {...inviting.data} />;
  return (
    <Form
      submit={t('staff.sendInvitation')}
      onSubmit={() => inviting.mutate({ body: { email, roles } })}
      isPending={inviting.isPending}
      isBlocked={roles.length === 0}
      refused={inviting.data?.kind === 'taken' && t('staff.taken')}
      error={inviting.error}
    >
      <TextInput
        type="email"
        label={t('signIn.email')}
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        data-autofocus
      />
      <RolePicker roles={roles} onChange={setRoles} />
    </Form>
  );
}
