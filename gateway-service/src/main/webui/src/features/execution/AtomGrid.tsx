import { Box, Group, Text, useMantineTheme } from '@mantine/core';
import { type MouseEvent, useEffect, useRef } from 'react';
import type { Atom } from '../../api/execution';
import { stateColor, stateLabel } from '../../app/states';

const WIDTH_PX = 720;
const GAP_PX = 2;

function cellSize(count: number): number {
  if (count <= 200) {
    return 20;
  }
  return count <= 1500 ? 10 : 6;
}

/** Every piece as one cell on a canvas, in the order of work; the list below is its accessible twin. */
export function AtomGrid({ atoms, onSelect }: { atoms: Atom[]; onSelect: (id: string) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useMantineTheme();
  const cell = cellSize(atoms.length);
  const columns = Math.floor(WIDTH_PX / (cell + GAP_PX));
  const height = Math.max(1, Math.ceil(atoms.length / columns)) * (cell + GAP_PX);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) {
      return;
    }
    context.clearRect(0, 0, WIDTH_PX, height);
    atoms.forEach((atom, index) => {
      context.fillStyle = theme.colors[stateColor(atom.state)]?.[6] ?? '#868e96';
      context.fillRect((index % columns) * (cell + GAP_PX), Math.floor(index / columns) * (cell + GAP_PX), cell, cell);
    });
  }, [atoms, cell, columns, height, theme]);
  const click = (event: MouseEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = WIDTH_PX / box.width;
    const column = Math.floor(((event.clientX - box.left) * scale) / (cell + GAP_PX));
    const row = Math.floor(((event.clientY - box.top) * scale) / (cell + GAP_PX));
    const atom = atoms[row * columns + column];
    if (atom) {
      onSelect(atom.id);
    }
  };
  return (
    <Box>
      <canvas ref={canvas} width={WIDTH_PX} height={height} onClick={click} aria-hidden="true" style={{ maxWidth: '100%', cursor: 'pointer' }} />
      <Legend atoms={atoms} />
    </Box>
  );
}

function Legend({ atoms }: { atoms: Atom[] }) {
  const counts = new Map<string, number>();
  atoms.forEach((atom) => counts.set(atom.state, (counts.get(atom.state) ?? 0) + 1));
  return (
    <Group gap="md" mt="xs">
      {[...counts].map(([state, count]) => (
        <Group key={state} gap={6}>
          <Box w={10} h={10} bg={`${stateColor(state)}.6`} style={{ borderRadius: 5 }} />
          <Text size="xs">{stateLabel(state)} {count}</Text>
        </Group>
      ))}
    </Group>
  );
}
