import { Group, Pagination, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeQuery } from '../shell/route.ts';

/** Beneath a list: how many there are, and the way to the other pages. The page stands in the address as `hal`. */
export function Pages({ total, size, page }: { total: number; size: number; page: number }) {
  const { t } = useTranslation();
  const count = Math.ceil(total / size);
  return (
    <Group justify="space-between" mt="sm">
      <Text size="sm" c="dimmed">
        {t('look.total', { count: total })}
      </Text>
      {count > 1 && (
        <Pagination
          total={count}
          value={page}
          onChange={(next) => changeQuery({ hal: String(next) })}
          size="sm"
          getControlProps={(control) => ({ 'aria-label': t(`look.${control}`) })}
          getItemProps={(n) => ({ 'aria-label': t('look.page', { page: n }) })}
        />
      )}
    </Group>
  );
}

/** The page that the address names. */
export function pageIn(query: URLSearchParams): number {
  return Math.max(1, Number(query.get('hal')) || 1);
}
