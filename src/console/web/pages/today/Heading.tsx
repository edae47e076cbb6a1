import { Text } from '@mantine/core';

/** Names a part of the page. */
export function Heading({ children }: { children: string }) {
  return (
    <Text component="h2" fw={700} size="lg" mt="lg" mb="xs">
      {children}
    </Text>
  );
}
