import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { DiffView } from './DiffView';
import type { Edit, Met } from './edits';

type Props = { met: Met | null; onLook: () => void; onAgain: (edits: Edit[], base: number) => void };

/** Somebody else was faster: both states beside each other, and what a person can do about it. */
export function ConflictDialog({ met, onLook, onAgain }: Props) {
  const conflict = met?.conflict;
  return (
    <Modal opened={met !== null} onClose={onLook} size="lg" title="Somebody else changed the plan" closeButtonProps={{ 'aria-label': 'Close' }}>
      {met && conflict ? (
        <Stack gap="sm">
          <Text size="sm">
            You changed version {conflict.base_version}. {conflict.current_author} has made version {conflict.current_version} of it meanwhile. Nothing of yours is stored yet.
          </Text>
          <Title order={3} size="h6">Changed by {conflict.current_author}</Title>
          {conflict.theirs ? <DiffView diff={conflict.theirs} /> : null}
          <Title order={3} size="h6">Changed by you</Title>
          {conflict.yours ? <DiffView diff={conflict.yours} /> : <Text size="sm">{conflict.yours_refused}</Text>}
          <Group>
            <Button size="xs" onClick={() => onAgain(met.edits, conflict.current_version)}>Put mine on top of version {conflict.current_version}</Button>
            <Button size="xs" variant="default" onClick={onLook}>Drop mine and show version {conflict.current_version}</Button>
          </Group>
        </Stack>
      ) : null}
    </Modal>
  );
}
