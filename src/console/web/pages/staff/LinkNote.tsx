import { Alert, Button, Code, CopyButton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { momentOf } from '../../look/dates.ts';

/** A link that was just made: sent by mail, and here to be passed on by hand. */
export function LinkNote({ link, expiresAt, isMailed }: { link: string; expiresAt: string; isMailed: boolean }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Alert color="teal">{t(isMailed ? 'staff.mailed' : 'staff.passOn')}</Alert>
      <Code block className="words">
        {link}
      </Code>
      <Text size="sm">{t('staff.until', { moment: momentOf(expiresAt) })}</Text>
      <CopyButton value={link}>
        {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'staff.copied' : 'staff.copy')}</Button>}
      </CopyButton>
    </Stack>
  );
}
