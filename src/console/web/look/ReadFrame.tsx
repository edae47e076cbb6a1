import { Skeleton, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWhere } from '../shell/route.ts';
import { Pages, pageIn } from './Pages.tsx';
import { Trouble } from './Trouble.tsx';

interface Props<Reply> {
  read: UseQueryResult<Reply>;
  /** How many a page holds, when the reply has a `total`; the page itself stands in the address. */
  size?: number;
  /** Height of the grey block that waits, in pixels. */
  height?: number;
  none?: (reply: Reply) => string | null;
  children: (reply: Reply) => ReactNode;
}

/** Whatever is read: trouble or a grey block until it is there, then itself, or that there is nothing. */
export function ReadFrame<Reply>({ read, size, height = 300, none, children }: Props<Reply>) {
  const { query } = useWhere();
  const { data } = read;
  const said = data === undefined ? null : none?.(data);
  const total = (data as { total?: number } | undefined)?.total;
  return (
    <>
      {read.isError && <Trouble error={read.error} onRetry={() => void read.refetch()} />}
      {read.isPending && <Skeleton height={height} />}
      {said && (
        <Text size="sm" c="dimmed">
          {said}
        </Text>
      )}
      {data !== undefined && !said && children(data)}
      {size && !said && total !== undefined && <Pages total={total} size={size} page={pageIn(query)} />}
    </>
  );
}
