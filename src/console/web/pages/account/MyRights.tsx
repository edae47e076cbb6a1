import { Badge, Card, Group, List, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The roles somebody has, and each thing they may do, one sentence a line. */
export function MyRights({ roles, acts }: { roles: readonly string[]; acts: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <Card withBorder>
      <Group mb="xs">
        <Title order={2} size="h4">
          {t('account.rights')}
        </Title>
        {roles.map((role) => (
          <Badge key={role}>{t(`roles.${role}`)}</Badge>
        ))}
      </Group>
      <List size="sm">
        {acts.map((act) => (
          <List.Item key={act}>{t(`acts.${act}`)}</List.Item>
        ))}
      </List>
    </Card>
  );
}
