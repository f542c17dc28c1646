import { Button, Group, MultiSelect, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Masterplan, Task } from '../../api/planner';
import { type Edit, milestonesOf, taskEdits, type TaskForm, taskForm, tasksOf } from './edits';
import { SubtaskRows } from './SubtaskRows';
import { TaskSurgery } from './TaskSurgery';

type Props = { plan: Masterplan; task: Task; busy: boolean; onEdit: (edits: Edit[]) => void };

/** Everything about one task that a person can change; Save sends only what differs. */
export function TaskEditor({ plan, task, busy, onEdit }: Props) {
  const before = taskForm(plan, task);
  const [form, setForm] = useState(before);
  const set = (part: Partial<TaskForm>) => setForm({ ...form, ...part });
  const edits = taskEdits(task, before, form);
  const others = tasksOf(plan).filter((each) => each.id !== task.id);
  return (
    <Stack gap="sm">
      <TextInput label="Task name" required value={form.name} onChange={(e) => set({ name: e.currentTarget.value })} />
      <Textarea label="Description" autosize value={form.description} onChange={(e) => set({ description: e.currentTarget.value })} />
      <Group grow>
        <Select label="Complexity" allowDeselect={false} data={['LOW', 'MEDIUM', 'HIGH', 'CRITICAL']} value={form.complexity} onChange={(v) => set({ complexity: v ?? form.complexity })} />
        <Select
          label="Milestone"
          allowDeselect={false}
          data={milestonesOf(plan).map((m) => ({ value: m.id, label: `${m.number}. ${m.name}` }))}
          value={form.milestone}
          onChange={(v) => set({ milestone: v ?? form.milestone })}
        />
        <NumberInput label="Position in it" min={1} value={form.position} onChange={(v) => set({ position: Number(v) || 1 })} />
      </Group>
      <MultiSelect
        label="Waits for"
        data={others.map((each) => ({ value: each.id, label: `${each.number}. ${each.name}` }))}
        value={form.dependsOn}
        onChange={(dependsOn) => set({ dependsOn })}
        searchable
      />
      <MultiSelect
        label="Keeps the requirements"
        data={plan.discovery?.requirements.map((r) => ({ value: r.id, label: r.key })) ?? []}
        value={form.requirements}
        onChange={(requirements) => set({ requirements })}
        searchable
      />
      <SubtaskRows task={task} form={form} busy={busy} onForm={(subtasks) => set({ subtasks })} onEdit={onEdit} />
      <Group>
        <Button size="xs" disabled={!edits.length || !form.name.trim()} loading={busy} onClick={() => onEdit(edits)}>Save</Button>
      </Group>
      <TaskSurgery task={task} others={others} busy={busy} onEdit={onEdit} />
    </Stack>
  );
}
