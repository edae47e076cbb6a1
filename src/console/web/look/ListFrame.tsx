import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageHead } from './PageHead.tsx';
import { ReadFrame } from './ReadFrame.tsx';

interface Props<Reply> {
  title: string;
  help?: string;
  /** Buttons at the head of the page. */
  acts?: ReactNode;
  /** A {@link FilterBar}, or whatever stands between head and list. */
  filters?: ReactNode;
  read: UseQueryResult<Reply>;
  /** How many a page holds; left out when all come at once. */
  size?: number;
  /** What is said instead of the list, when there is nothing in it. */
  none?: (reply: Reply) => string | null;
  children: (reply: Reply) => ReactNode;
}

/** A page that is a list: its head, what narrows it down, the list as far as it has been read, the other pages of it. */
export function ListFrame<Reply>({ title, help, acts, filters, ...rest }: Props<Reply>) {
  return (
    <>
      <PageHead title={title} {...(help && { help })}>
        {acts}
      </PageHead>
      {filters}
      <ReadFrame {...rest} />
    </>
  );
}
