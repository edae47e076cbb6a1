import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeStaff, listStaff, resetPassword, type StaffMember } from '../../../contract/staff.ts';
import { useChange } from '../../calls/useCall.ts';
import { Form } from '../../look/Form.tsx';
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
  const submit = () => {
    changing.mutate({ params, body: { roles, isActive } }, { onSuccess: ({ kind }) => kind === 'changed' && onDone() });
  };
  if (resetting.data?.kind === 'invited') return <LinkNote {...resetting.data} />;
  return (
    <Form
      submit={t('look.save')}
      onSubmit={submit}
      isPending={changing.isPending}
      refused={changing.data && changing.data.kind !== 'changed' && t(`staff.${changing.data.kind}`)}
      error={changing.error ?? resetting.error}
      beside={
        <Button variant="default" loading={resetting.isPending} onClick={() => resetting.mutate({ params, body: {} })}>
          {t('staff.reset')}
        </Button>
      }
    >
      <RolePicker roles={roles} onChange={setRoles} />
      <Switch
        checked={isActive}
        onChange={(event) => setIsActive(event.currentTarget.checked)}
        label={t('staff.active')}
        description={t('staff.activeHelp')}
      />
    </Form>
  );
}
