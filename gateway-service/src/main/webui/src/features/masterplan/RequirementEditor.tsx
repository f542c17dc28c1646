import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Requirement } from '../../api/planner';
import type { Edit } from './edits';

type Props = { requirement: Requirement | null; busy: boolean; onEdit: (edits: Edit[]) => void };

/** A sentence and its priority; null = a new one. What it means is read again when it is saved. */
export function RequirementEditor({ requirement, busy, onEdit }: Props) {
  const [sentence, setSentence] = useState(requirement?.sentence ?? '');
  const [priority, setPriority] = useState<string | null>(requirement?.priority ?? null);
  const changed = sentence.trim() !== (requirement?.sentence ?? '') || priority !== (requirement?.priority ?? null);
  const fields = {
    ...(sentence.trim() === requirement?.sentence ? {} : { sentence: sentence.trim() }),
    ...(priority && priority !== requirement?.priority ? { priority } : {}),
  };
  const edit = requirement ? { op: 'change_requirement', key: requirement.key, ...fields } : { op: 'add_requirement', ...fields };
  return (
    <Stack gap="sm">
      <Textarea label="Sentence" required autosize value={sentence} onChange={(e) => setSentence(e.currentTarget.value)} />
      <Select label="Priority" placeholder="what the sentence says" data={['MUST', 'SHOULD']} allowDeselect={!requirement} value={priority} onChange={setPriority} />
      <Text size="xs" c="dimmed">It is read again when it is saved: tests and tasks follow, and what isn't understood is shown as not covered.</Text>
      <Group>
        <Button size="xs" disabled={!changed || !sentence.trim()} loading={busy} onClick={() => onEdit([edit])}>Save</Button>
        {requirement ? (
          <Button size="xs" color="red" variant="outline" disabled={busy} onClick={() => onEdit([{ op: 'delete_requirement', key: requirement.key }])}>Delete</Button>
        ) : null}
      </Group>
    </Stack>
  );
}
