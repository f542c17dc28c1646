import { Badge, Card, Group, List, SegmentedControl, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../api/client';
import { type ImportNote, importSchema } from '../../api/import';

const KINDS = ['DROPPED', 'GUESSED', 'MAPPED'] as const;
const MEANING = { DROPPED: 'left out', GUESSED: 'guessed', MAPPED: 'as it is' };
const SHOWN = 100;

/** What became of each part of the files; nothing where a plan came of no import. */
export function ImportReport({ planId }: { planId: string }) {
  const [kind, setKind] = useState<ImportNote['kind']>('DROPPED');
  const { data } = useQuery({
    queryKey: ['import', planId],
    queryFn: () => get(`masterplans/${planId}/import`, importSchema),
    retry: false,
    refetchInterval: false,
  });
  if (!data?.report) {
    return null;
  }
  const notes = data.report.notes;
  const of = (each: ImportNote['kind']) => notes.filter((note) => note.kind === each);
  return (
    <Card withBorder>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">Import</Title>
        <Badge variant="default" tt="none">{data.report.files.join(', ')}</Badge>
      </Group>
      <SegmentedControl
        size="xs"
        aria-label="Notes of the import"
        value={kind}
        onChange={(value) => setKind(KINDS.find((each) => each === value) ?? 'DROPPED')}
        data={KINDS.map((each) => ({ value: each, label: `${MEANING[each]} ${of(each).length}` }))}
      />
      <List size="xs" mt="xs">
        {of(kind).slice(0, SHOWN).map((note) => (
          <List.Item key={`${note.file}${note.line}${note.text}`}>
            {note.file ? <Text span size="xs" c="dimmed">{note.file}:{note.line} </Text> : null}{note.text}
          </List.Item>
        ))}
      </List>
      {of(kind).length > SHOWN ? <Text size="xs">and {of(kind).length - SHOWN} more</Text> : null}
    </Card>
  );
}
