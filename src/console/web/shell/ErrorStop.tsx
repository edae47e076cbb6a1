import { Alert, Button } from '@mantine/core';
import i18next from 'i18next';
import { Component, type ReactNode } from 'react';

/** Keeps a page that breaks from taking the whole console with it. */
export class ErrorStop extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <Alert color="red" title={i18next.t('shell.broken')}>
        <Button onClick={() => location.reload()}>{i18next.t('shell.reload')}</Button>
      </Alert>
    );
  }
}
