import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { Wide } from './Wide.tsx';

interface Props {
  label: string;
  /** Heads of the columns. */
  columns: readonly string[];
  /** Below this width, in pixels, it scrolls. */
  width?: number;
  /** `Table.Tr`, one a row. */
  children: ReactNode;
}

/** A table with heads that scrolls within itself on a phone. */
export function WideTable({ label, columns, width = 640, children }: Props) {
  return (
    <Wide label={label}>
      <Table miw={width} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column}>{column}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Wide>
  );
}
