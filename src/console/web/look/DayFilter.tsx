import { TextInput } from '@mantine/core';
import { useWhere } from '../shell/route.ts';
import { narrow } from './narrow.ts';

/** A day (`2026-07-14`) under its name in the address. */
export function DayFilter({ name, label }: { name: string; label: string }) {
  const { query } = useWhere();
  return (
    <TextInput
      type="date"
      label={label}
      value={query.get(name) ?? ''}
      onChange={(event) => narrow({ [name]: event.currentTarget.value })}
    />
  );
}
