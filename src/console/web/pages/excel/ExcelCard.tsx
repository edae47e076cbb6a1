import { Card, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

/** One half of the way: what it does, then its fields, at the same height as those of the other half. */
export function ExcelCard({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  const id = useId();
  return (
    <Card withBorder component="section" aria-labelledby={id}>
      <Stack gap="sm" h="100%" justify="space-between">
        <div>
          <Title order={2} size="h4" id={id} mb="xs">
            {title}
          </Title>
          <Text size="sm">{help}</Text>
        </div>
        <Stack gap="sm">{children}</Stack>
      </Stack>
    </Card>
  );
}
