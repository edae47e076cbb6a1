import { AppShell, Burger, Button, Center, Group, Loader, Menu, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../contract/account.ts';
import { signOut } from '../../contract/account.ts';
import { useChange } from '../calls/useCall.ts';
import { changeLanguage } from '../words.ts';
import { ErrorStop } from './ErrorStop.tsx';
import { PAGES, type Page } from './pages.ts';
import { goTo, hrefTo, useWhere } from './route.ts';

/** The frame around every page: menu, account, language. */
export function Shell({ me, onSignedOut }: { me: Me; onSignedOut: () => void }) {
  const { t } = useTranslation();
  const [isOpen, menu] = useDisclosure(false);
  const { parts } = useWhere();
  const pages = PAGES.filter(({ act }) => me.acts.includes(act));
  const page = pages.find(({ name }) => name === parts[0]);
  useEffect(() => {
    if (!page && pages[0]) goTo([pages[0].name]);
  }, [page, pages]);
  useEffect(() => {
    if (page) document.title = `${t(`pages.${page.name}`)} · FTA Center`;
  }, [page, t]);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Burger opened={isOpen} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label={t('shell.menu')} />
            <Text fw={700}>FTA Center</Text>
          </Group>
          <AccountMenu me={me} onSignedOut={onSignedOut} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" component="nav" aria-label={t('shell.menu')}>
        <Links pages={pages} here={page} onFollow={menu.close} />
      </AppShell.Navbar>
      <AppShell.Main>
        <ErrorStop key={page?.name}>
          <Suspense fallback={<Waiting />}>{page && <page.Content />}</Suspense>
        </ErrorStop>
      </AppShell.Main>
    </AppShell>
  );
}

function Links({ pages, here, onFollow }: { pages: readonly Page[]; here: Page | undefined; onFollow: () => void }) {
  const { t } = useTranslation();
  return pages
    .filter(({ isInMenu = true }) => isInMenu)
    .map(({ name }) => (
      <NavLink
        key={name}
        href={hrefTo([name])}
        label={t(`pages.${name}`)}
        active={name === here?.name}
        {...(name === here?.name && { 'aria-current': 'page' as const })}
        onClick={onFollow}
      />
    ));
}

function AccountMenu({ me, onSignedOut }: { me: Me; onSignedOut: () => void }) {
  const { t, i18n } = useTranslation();
  const leave = useChange(signOut);
  const other = i18n.language === 'id' ? 'en' : 'id';
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" size="compact-md" maw="60vw">
          {me.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={hrefTo(['akun'])}>
          {t('pages.akun')}
        </Menu.Item>
        <Menu.Item onClick={() => void changeLanguage(other)} lang={other}>
          {t('shell.otherLanguage')}
        </Menu.Item>
        <Menu.Item onClick={() => leave.mutate({}, { onSettled: onSignedOut })}>{t('shell.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Waiting() {
  return (
    <Center mih={200}>
      <Loader />
    </Center>
  );
}
