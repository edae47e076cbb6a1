import { Badge, Button, Group, Skeleton, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listStaff, type StaffMember, withdrawInvitation } from '../../../contract/staff.ts';
import { useChange, useRead } from '../../calls/useCall.ts';
import { Dialog } from '../../look/Dialog.tsx';
import { momentOf } from '../../look/dates.ts';
import { PageHead } from '../../look/PageHead.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { WideTable } from '../../look/WideTable.tsx';
import { InviteForm } from './InviteForm.tsx';
import { MemberForm } from './MemberForm.tsx';

/** Who works here: accounts, their roles, open invitations. */
export default function Staff() {
  const { t } = useTranslation();
  const staff = useRead(listStaff);
  const [isInviting, setIsInviting] = useState(false);
  const [edited, setEdited] = useState<StaffMember | null>(null);
  return (
    <>
      <PageHead title={t('pages.petugas')} help={t('staff.help')}>
        <Button onClick={() => setIsInviting(true)}>{t('staff.invite')}</Button>
      </PageHead>
      {staff.isError && <Trouble error={staff.error} onRetry={() => void staff.refetch()} />}
      {staff.isPending && <Skeleton height={200} />}
      {staff.data && <Members members={staff.data.members} onEdit={setEdited} />}
      {staff.data && <Invitations invitations={staff.data.invitations} />}
      <Dialog opened={isInviting} onClose={() => setIsInviting(false)} title={t('staff.invite')}>
        <InviteForm />
      </Dialog>
      <Dialog opened={edited !== null} onClose={() => setEdited(null)} title={edited?.name}>
        {edited && <MemberForm member={edited} onDone={() => setEdited(null)} />}
      </Dialog>
    </>
  );
}

function Members({ members, onEdit }: { members: readonly StaffMember[]; onEdit: (member: StaffMember) => void }) {
  const { t } = useTranslation();
  return (
    <WideTable
      label={t('pages.petugas')}
      columns={[t('staff.name'), t('staff.roles'), t('staff.seen'), t('staff.change')]}
      width={560}
    >
      {members.map((member) => (
        <Table.Tr key={member.id}>
          <Table.Td>
            <Text fw={600}>{member.name}</Text>
            <Text size="sm" c="dimmed">
              {member.email}
            </Text>
          </Table.Td>
          <Table.Td>
            <Group gap={4}>
              {member.roles.map((role) => (
                <Badge key={role} variant="light">
                  {t(`roles.${role}`)}
                </Badge>
              ))}
              {!member.isActive && <Badge color="gray">{t('staff.closed')}</Badge>}
              {member.hasSecondFactor && <Badge color="blue">{t('staff.secondFactor')}</Badge>}
            </Group>
          </Table.Td>
          <Table.Td>{member.seenAt ? momentOf(member.seenAt) : t('staff.never')}</Table.Td>
          <Table.Td>
            <Button size="xs" variant="default" onClick={() => onEdit(member)}>
              {t('staff.change')}
            </Button>
          </Table.Td>
        </Table.Tr>
      ))}
    </WideTable>
  );
}

interface OpenInvitation {
  email: string | null;
  roles: readonly string[];
  invitedBy: string;
  expiresAt: string;
}

function Invitations({ invitations }: { invitations: readonly OpenInvitation[] }) {
  const { t } = useTranslation();
  const withdrawing = useChange(withdrawInvitation, [listStaff]);
  const named = invitations.filter(({ email }) => email !== null);
  if (named.length === 0) return null;
  return (
    <>
      <Text component="h2" fw={700} mt="lg" mb="xs">
        {t('staff.open')}
      </Text>
      {withdrawing.isError && <Trouble error={withdrawing.error} />}
      {named.map(({ email, roles, expiresAt }) => (
        <Group key={email} justify="space-between" mb="xs">
          <Text size="sm">
            {email} · {roles.map((role) => t(`roles.${role}`)).join(', ')} ·{' '}
            {t('staff.until', { moment: momentOf(expiresAt) })}
          </Text>
          <Button size="xs" variant="default" onClick={() => withdrawing.mutate({ params: { email: email ?? '' } })}>
            {t('staff.withdraw')}
          </Button>
        </Group>
      ))}
    </>
  );
}
