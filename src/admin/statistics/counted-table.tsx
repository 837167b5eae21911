import { Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** Rows by an id of their own, each with as many cells as there are columns. */
interface CountedTableProps {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
}

/** A table with its title. */
export function CountedTable({ title, columns, rows }: CountedTableProps) {
  return (
    <Box paddingBottom={8}>
      <Typography variant="beta" tag="h2">
        {title}
      </Typography>
      <Box paddingTop={4}>
        <Table colCount={columns.length} rowCount={rows.length + 1}>
          <Thead>
            <Tr>
              {columns.map((column) => (
                <Th key={column}>
                  <Typography variant="sigma">{column}</Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {rows.map(({ id, cells }) => (
              <Tr key={id}>
                {columns.map((column, at) => (
                  <Td key={column}>
                    <Typography>{cells[at]}</Typography>
                  </Td>
                ))}
              </Tr>
            ))}
          </Tbody>
        </Table>
      </Box>
    </Box>
  );
}
