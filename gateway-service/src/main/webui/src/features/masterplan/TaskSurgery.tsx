import { Button, Checkbox, Fieldset, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Task } from '../../api/planner';
import type { Edit } from './edits';

type Props = { task: Task; others: Task[]; busy: boolean; onEdit: (edits: Edit[]) => void };

/** What changes the number of tasks: split, merge, delete. The task shown keeps its id. */
export function TaskSurgery({ task, others, busy, onEdit }: Props) {
  return (
    <>
      {task.subtasks.length > 1 ? <Split task={task} busy={busy} onEdit={onEdit} /> : null}
      {others.length ? <Merge task={task} others={others} busy={busy} onEdit={onEdit} /> : null}
      {others.length ? <Delete task={task} busy={busy} onEdit={onEdit} /> : null}
    </>
  );
}

function Split({ task, busy, onEdit }: Omit<Props, 'others'>) {
  const [name, setName] = useState('');
  const [going, setGoing] = useState<string[]>([]);
  const possible = name.trim() !== '' && going.length > 0 && going.length < task.subtasks.length;
  return (
    <Fieldset legend="Split: give subtasks to a new task that follows">
      <Stack gap="xs">
        <Checkbox.Group aria-label="Subtasks of the new task" value={going} onChange={setGoing}>
          {task.subtasks.map((each) => <Checkbox key={each.id} size="xs" my={4} value={each.id} label={each.name} />)}
        </Checkbox.Group>
        <Group align="end">
          <TextInput size="xs" label="Name of the new task" value={name} onChange={(e) => setName(e.currentTarget.value)} />
          <Button size="xs" variant="default" disabled={busy || !possible} onClick={() => onEdit([{ op: 'split_task', id: task.id, name, subtasks: going }])}>Split</Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

function Merge({ task, others, busy, onEdit }: Props) {
  const [other, setOther] = useState<string | null>(null);
  return (
    <Fieldset legend="Merge: take another task's subtasks in">
      <Group align="end">
        <Select size="xs" label="The other task" searchable data={others.map((each) => ({ value: each.id, label: `${each.number}. ${each.name}` }))} value={other} onChange={setOther} />
        <Button size="xs" variant="default" disabled={busy || !other} onClick={() => onEdit([{ op: 'merge_tasks', id: task.id, others: [other] }])}>Merge</Button>
      </Group>
    </Fieldset>
  );
}

function Delete({ task, busy, onEdit }: Omit<Props, 'others'>) {
  const [dependents, setDependents] = useState('INHERIT');
  return (
    <Fieldset legend="Delete the task">
      <Group align="end">
        <Select
          size="xs"
          label="Tasks that wait for it"
          allowDeselect={false}
          data={[{ value: 'INHERIT', label: 'wait for what it waited for' }, { value: 'DETACH', label: 'wait for nothing in its place' }]}
          value={dependents}
          onChange={(v) => setDependents(v ?? 'INHERIT')}
        />
        <Button size="xs" color="red" variant="outline" disabled={busy} onClick={() => onEdit([{ op: 'delete_task', id: task.id, dependents }])}>Delete</Button>
      </Group>
    </Fieldset>
  );
}
