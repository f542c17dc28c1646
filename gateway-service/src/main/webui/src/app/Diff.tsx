import { Box, Code, Text } from '@mantine/core';
import { useMemo } from 'react';
import { type DiffLine, diffLines, hunks } from './diff';

const AROUND = 3;
const MARK = { same: ' ', old: '-', new: '+' } as const;
const COLOR = {
  same: undefined,
  old: 'color-mix(in srgb, var(--mantine-color-red-6) 22%, transparent)',
  new: 'color-mix(in srgb, var(--mantine-color-green-6) 22%, transparent)',
} as const;

type Props = { before: string; after: string; label: string };

/** What a change takes away and puts in, with the lines around it. */
export function Diff({ before, after, label }: Props) {
  const shown = useMemo(() => hunks(diffLines(before, after), AROUND), [before, after]);
  if (before === after) {
    return <Text size="sm" c="dimmed">Nothing is changed yet.</Text>;
  }
  return (
    <Code block role="region" aria-label={label} tabIndex={0} style={{ maxHeight: 320, overflow: 'auto' }}>
      {shown.map((line, index) => <Line key={index} line={line} />)}
    </Code>
  );
}

function Line({ line }: { line: DiffLine | null }) {
  return (
    <Box component="span" display="block" bg={line ? COLOR[line.kind] : undefined} mih="1.55em">
      {line ? `${MARK[line.kind]} ${line.text}` : '⋯'}
    </Box>
  );
}
