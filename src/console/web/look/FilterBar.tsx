import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Children, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** As many stand before the list on a phone; console.css hides the others until they are asked for. */
const AT_ONCE_ON_A_PHONE = 2;

/** What narrows a list down. On a phone the first two stand there, the others come at the touch of a button. */
export function FilterBar({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure(false);
  const all = Children.toArray(children);
  return (
    <Group mb="md" align="flex-end" gap="xs" className="filters">
      {all.slice(0, AT_ONCE_ON_A_PHONE)}
      {all.length > AT_ONCE_ON_A_PHONE && (
        <Button hiddenFrom="sm" variant="default" onClick={toggle} aria-expanded={isOpen}>
          {t('look.filters')}
        </Button>
      )}
      <div className={isOpen ? 'more-filters open' : 'more-filters'}>{all.slice(AT_ONCE_ON_A_PHONE)}</div>
    </Group>
  );
}
