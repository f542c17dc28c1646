import { Anchor, Box, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { get } from '../../api/client';
import { type Atom, atomListSchema } from '../../api/execution';
import { StateBadge } from '../../app/StateBadge';
import { duration } from '../../app/states';
import { useLiveStore } from '../../live/store';
import { AtomGrid } from './AtomGrid';

const LIMIT = 10_000;
const ROW_PX = 34;

type Props = { runId: string; onSelect: (id: string) => void };

/** All pieces: a picture of their states, and the same as a list that holds thousands. */
export function Atoms({ runId, onSelect }: Props) {
  const { data } = useQuery({
    queryKey: ['execution', runId, 'atoms'],
    queryFn: () => get(`executions/${runId}/atoms?limit=${LIMIT}`, atomListSchema),
  });
  const live = useLiveStore((state) => state.atomStates);
  const atoms = (data?.items ?? []).map((atom) => ({ ...atom, state: live[atom.id] ?? atom.state }));
  return (
    <>
      <AtomGrid atoms={atoms} onSelect={onSelect} />
      <AtomList atoms={atoms} onSelect={onSelect} />
    </>
  );
}

function AtomList({ atoms, onSelect }: { atoms: Atom[]; onSelect: (id: string) => void }) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: atoms.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  return (
    <Box ref={scroller} mah={420} mt="md" style={{ overflow: 'auto' }} tabIndex={0} role="list" aria-label="Pieces">
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map((item) => {
          const atom = atoms[item.index];
          return atom ? (
            <Group
              key={atom.id}
              role="listitem"
              aria-posinset={item.index + 1}
              aria-setsize={atoms.length}
              gap="xs"
              wrap="nowrap"
              style={{ position: 'absolute', top: item.start, height: ROW_PX, width: '100%' }}
            >
              <Text size="xs" c="dimmed" w={44}>w{atom.wave}</Text>
              <StateBadge state={atom.state} size="xs" />
              <Anchor component="button" size="sm" onClick={() => onSelect(atom.id)} truncate>{atom.name}</Anchor>
              <Text size="xs" c="dimmed" truncate>{atom.file} {duration(atom.duration_ms)}</Text>
            </Group>
          ) : null;
        })}
      </div>
    </Box>
  );
}
