import { keepPreviousData, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { z } from 'zod';
import type { Call } from '../../contract/call.ts';
import { type Sent, send } from './send.ts';

/** Extra wishes about reading. */
export interface Reading {
  /** Ask again so often, in milliseconds. */
  readonly every?: number;
  /** False: not yet. */
  readonly when?: boolean;
  /** The server writes down who looks: what this page asks again by itself is the same look (`isRefresh`). */
  readonly isLook?: boolean;
}

/** Reads by a call and keeps what it read; the last page of a list stays until the next one is there. */
export function useRead<C extends Call>(
  call: C,
  sent: Sent<C> = {},
  { every, when = true, isLook = false }: Reading = {},
): UseQueryResult<z.output<C['reply']>> {
  const queryKey = [call.name, sent.params ?? null, sent.query ?? null];
  const looked = useRef('');
  const read = () => {
    const isAgain = isLook && looked.current === JSON.stringify(queryKey);
    looked.current = JSON.stringify(queryKey);
    return send(call, isAgain ? { ...sent, query: { ...(sent.query as object), isRefresh: 'true' } as never } : sent);
  };
  return useQuery({
    queryKey,
    queryFn: read,
    placeholderData: keepPreviousData,
    enabled: when,
    ...(every && { refetchInterval: every }),
  }) as UseQueryResult<z.output<C['reply']>>;
}

/**
 * Changes something by a call.
 *
 * @param stale names of calls whose replies are out of date after it
 */
export function useChange<C extends Call>(call: C, stale: readonly Call[] = []) {
  const queries = useQueryClient();
  return useMutation<z.output<C['reply']>, Error, Sent<C>>({
    mutationFn: (sent) => send(call, sent),
    onSuccess: () => Promise.all(stale.map(({ name }) => queries.invalidateQueries({ queryKey: [name] }))),
  });
}
