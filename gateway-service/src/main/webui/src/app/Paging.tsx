import { Group, Pagination, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';

/** How many rows the services answer at once. */
export const PAGE_SIZE = 50;

/** Which page of a list the address asks for, and where its rows begin. */
export function usePage() {
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('page') ?? 1);
  const page = Number.isInteger(asked) && asked > 0 ? asked : 1;
  const turn = (to: number) => {
    const next = new URLSearchParams(search);
    next.set('page', String(to));
    setSearch(next);
  };
  return { page, slice: `limit=${PAGE_SIZE}&offset=${(page - 1) * PAGE_SIZE}`, turn };
}

type Props = { page: number; total: number | undefined; turn: (to: number) => void };

/** Which rows of how many are shown, and the way to the others; nothing while all of them are. */
export function Paging({ page, total, turn }: Props) {
  const pages = Math.ceil((total ?? 0) / PAGE_SIZE);
  if (total === undefined || (pages <= 1 && page === 1)) {
    return null;
  }
  return (
    <Group justify="space-between" mt="sm" component="nav" aria-label="Pages of the list">
      <Text size="sm">
        {page > pages ? `Nothing here of ${total}` : `${(page - 1) * PAGE_SIZE + 1} to ${Math.min(page * PAGE_SIZE, total)} of ${total}`}
      </Text>
      <Pagination
        size="sm"
        total={Math.max(pages, 1)}
        value={page}
        onChange={turn}
        getItemProps={(item) => ({ 'aria-label': `Page ${item}` })}
        getControlProps={(control) => ({ 'aria-label': `${control === 'next' ? 'Next' : 'Previous'} page` })}
      />
    </Group>
  );
}
