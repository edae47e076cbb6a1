import type { ReactNode } from 'react';
import { Dialog } from './Dialog.tsx';
import { Form, type FormProps } from './Form.tsx';

interface Props extends FormProps {
  title: ReactNode;
  size?: 'md' | 'lg' | 'xl';
  onClose: () => void;
}

/** A {@link Form} in a window over the page. */
export function FormDialog({ title, size = 'md', onClose, ...form }: Props) {
  return (
    <Dialog opened onClose={onClose} title={title} size={size}>
      <Form {...form} />
    </Dialog>
  );
}
