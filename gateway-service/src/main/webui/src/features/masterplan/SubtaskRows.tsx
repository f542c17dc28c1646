import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Task } from '../../api/planner';
import type { Edit, TaskForm } from './edits';

type Props = {
  task: Task;
  form: TaskForm;
  busy: boolean;
  onForm: (subtasks: TaskForm['subtasks']) => void;
  onEdit: (edits: Edit[]) => void;
};

/** The steps of a task: names and files are saved with the form; adding, moving and deleting is done at once. */
export function SubtaskRows({ task, form, busy, onForm, onEdit }: Props) {
  const change = (id: string, part: Partial<TaskForm['subtasks'][number]>) =>
    onForm(form.subtasks.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const last = form.subtasks.length - 1;
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>Subtasks</Text>
      {form.subtasks.map((subtask, i) => (
        <Group key={subtask.id} gap={4} wrap="nowrap">
          <TextInput size="xs" style={{ flex: 2 }} aria-label={`Name of subtask ${i + 1}`} value={subtask.name} onChange={(e) => change(subtask.id, { name: e.currentTarget.value })} />
          <TextInput size="xs" style={{ flex: 1 }} aria-label={`File of subtask ${i + 1}`} placeholder="writes nothing" value={subtask.file} onChange={(e) => change(subtask.id, { file: e.currentTarget.value })} />
          <ActionIcon variant="default" disabled={busy || i === 0} aria-label={`Move subtask ${i + 1} up`} onClick={() => onEdit([{ op: 'move_subtask', id: subtask.id, position: i }])}>↑</ActionIcon>
          <ActionIcon variant="default" disabled={busy || i === last} aria-label={`Move subtask ${i + 1} down`} onClick={() => onEdit([{ op: 'move_subtask', id: subtask.id, position: i + 2 }])}>↓</ActionIcon>
          <ActionIcon variant="default" disabled={busy || last === 0} aria-label={`Delete subtask ${i + 1}`} onClick={() => onEdit([{ op: 'delete_subtask', id: subtask.id }])}>×</ActionIcon>
        </Group>
      ))}
      <NewSubtask task={task} busy={busy} onEdit={onEdit} />
    </Stack>
  );
}

function NewSubtask({ task, busy, onEdit }: Pick<Props, 'task' | 'busy' | 'onEdit'>) {
  const [name, setName] = useState('');
  const [file, setFile] = useState('');
  const add = () => onEdit([{ op: 'add_subtask', task: task.id, name, ...(file.trim() ? { target_file: file.trim() } : {}) }]);
  return (
    <Group gap={4} wrap="nowrap">
      <TextInput size="xs" style={{ flex: 2 }} aria-label="Name of a new subtask" placeholder="one more step" value={name} onChange={(e) => setName(e.currentTarget.value)} />
      <TextInput size="xs" style={{ flex: 1 }} aria-label="File of a new subtask" placeholder="file, if it writes one" value={file} onChange={(e) => setFile(e.currentTarget.value)} />
      <Button size="compact-xs" variant="default" disabled={busy || !name.trim()} onClick={add}>Add subtask</Button>
    </Group>
  );
}
