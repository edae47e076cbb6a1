import { Alert, Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { Trouble } from './Trouble.tsx';

export interface FormProps {
  /** Words of the button that sends it. */
  submit: string;
  onSubmit: () => void;
  isPending: boolean;
  /** There is something to do first; the button waits. */
  isBlocked?: boolean;
  error?: Error | null | undefined;
  /** The server has read it and did not do it: why, in words. */
  refused?: string | false | null | undefined;
  /** Other buttons, before the one that sends. */
  beside?: ReactNode;
  children: ReactNode;
}

/** Something to fill in and send: fields, what went wrong, the buttons. What was typed stays until it has been taken. */
export function Form({ submit, onSubmit, isPending, isBlocked, error, refused, beside, children }: FormProps) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const button = (
    <Button type="submit" loading={isPending} disabled={isBlocked ?? false}>
      {submit}
    </Button>
  );
  return (
    <form onSubmit={send}>
      <Stack>
        {children}
        {refused && (
          <Alert color="red" role="alert">
            {refused}
          </Alert>
        )}
        {error && <Trouble error={error} />}
        {beside ? (
          <Group justify="space-between">
            {beside}
            {button}
          </Group>
        ) : (
          button
        )}
      </Stack>
    </form>
  );
}
