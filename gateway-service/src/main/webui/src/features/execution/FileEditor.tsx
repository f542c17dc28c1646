import { Button, Code, Group, Stack, TextInput, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AtomDetail, Execution } from '../../api/execution';
import { useWorkspaceFile } from '../../api/workspace';
import { ProblemAlert } from '../../app/ProblemAlert';
import { TextEditor } from '../../app/TextEditor';
import { allows, useCommand } from './commands';
import { OnItsWay } from './OnItsWay';

const WORKED_ON = ['COMPLETED', 'FAILED'];

/** The text that an edit began with, the hash of the file at that moment, and the text as it is now. */
type Edit = { before: string; hash: string | undefined; text: string };

type Props = { run: Execution; atom: AtomDetail; onDirty?: (dirty: boolean) => void };

/** The file of a piece, empty when nobody wrote it yet; where the run takes an edit, with its reason and its diff. */
export function FileEditor({ run, atom, onDirty }: Props) {
  const path = atom.file;
  const file = useWorkspaceFile(run.id, path);
  const [edit, setEdit] = useState<Edit | null>(null);
  const dirty = edit !== null && edit.text !== edit.before;
  useEffect(() => onDirty?.(dirty), [dirty, onDirty]);
  // What a failed piece last tried helps more than the file that it left as it was.
  const text = atom.state === 'FAILED' && atom.content ? atom.content : file.data?.text;
  if (!path || typeof text !== 'string') {
    return <ProblemAlert error={file.error} title="The file can't be shown" />;
  }
  const editable = allows(run.state, 'edit_file') && WORKED_ON.includes(atom.state);
  const begin = () => setEdit({ before: text, hash: file.data?.hash, text });
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={3} size="h6">{path}</Title>
        {editable && edit === null ? <Button size="xs" onClick={begin}>Edit the file</Button> : null}
      </Group>
      {edit === null ? (
        <Code block style={{ maxHeight: 480, overflow: 'auto' }} tabIndex={0} aria-label={`Content of ${path}`} role="region">{text}</Code>
      ) : (
        <EditForm run={run} path={path} edit={edit} onChange={setEdit} />
      )}
    </Stack>
  );
}

type FormProps = { run: Execution; path: string; edit: Edit; onChange: (edit: Edit | null) => void };

function EditForm({ run, path, edit, onChange }: FormProps) {
  const [reason, setReason] = useState('');
  const command = useCommand(run.id);
  const save = () =>
    command.mutate(
      { command: 'edit_file', path, content: edit.text, base_hash: edit.hash, reason },
      { onSuccess: () => onChange(null) },
    );
  const ready = reason.trim() !== '' && edit.text !== edit.before;
  return (
    <>
      <TextEditor label={`Content of ${path}`} before={edit.before} value={edit.text} onChange={(text) => onChange({ ...edit, text })} readOnly={command.isPending} />
      <TextInput label="Reason" value={reason} onChange={(e) => setReason(e.currentTarget.value)} required />
      <ProblemAlert error={command.error} title="The edit was refused; it is kept here" />
      <OnItsWay pending={command.isPending} />
      <Group>
        <Button size="xs" onClick={save} loading={command.isPending} disabled={!ready}>Save and test</Button>
        <Button size="xs" variant="default" onClick={() => onChange(null)} disabled={command.isPending}>Discard</Button>
      </Group>
    </>
  );
}
