import { Button, Code, Group, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { get, getText } from '../../api/client';
import type { AtomDetail, Execution } from '../../api/execution';
import { ProblemAlert } from '../../app/ProblemAlert';
import { useCommand } from './commands';

const treeSchema = z.array(z.object({ path: z.string(), sha256: z.string() }));

/** The file of a piece, empty when nobody wrote it yet; a blocked or finished run takes an edit with its reason. */
export function FileEditor({ run, atom }: { run: Execution; atom: AtomDetail }) {
  const path = atom.file;
  const file = useQuery({
    queryKey: ['execution', run.id, 'file', path],
    queryFn: async () => {
      const tree = await get(`executions/${run.id}/workspace/tree`, treeSchema);
      const hash = tree.find((entry) => entry.path === path)?.sha256;
      const url = `executions/${run.id}/workspace/file?path=${encodeURIComponent(path ?? '')}`;
      return { hash, text: hash ? await getText(url) : '' };
    },
    enabled: Boolean(path),
    refetchInterval: false,
  });
  const [draft, setDraft] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const command = useCommand(run.id);
  // What a failed piece last tried helps more than the file that it left as it was.
  const text = atom.state === 'FAILED' && atom.content ? atom.content : file.data?.text;
  if (!path || typeof text !== 'string') {
    return null;
  }
  const editable = run.state === 'BLOCKED' || run.state.startsWith('COMPLETED');
  const save = () =>
    command.mutate(
      { command: 'edit_file', path, content: draft, base_hash: file.data?.hash, reason },
      { onSuccess: () => setDraft(null) },
    );
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={3} size="h6">{path}</Title>
        {editable && draft === null ? <Button size="xs" variant="default" onClick={() => setDraft(text)}>Edit the file</Button> : null}
      </Group>
      <ProblemAlert error={command.error} title="The edit was refused" />
      {draft === null ? (
        <Code block style={{ maxHeight: 480, overflow: 'auto' }} tabIndex={0}>{text}</Code>
      ) : (
        <>
          <Textarea aria-label={`Content of ${path}`} value={draft} onChange={(e) => setDraft(e.currentTarget.value)} autosize maxRows={28} styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }} />
          <TextInput label="Reason" value={reason} onChange={(e) => setReason(e.currentTarget.value)} required />
          <Group>
            <Button size="xs" onClick={save} loading={command.isPending} disabled={!reason.trim()}>Save and test</Button>
            <Button size="xs" variant="default" onClick={() => setDraft(null)}>Discard</Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
