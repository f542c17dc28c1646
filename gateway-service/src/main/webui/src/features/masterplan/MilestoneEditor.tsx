import { Button, Fieldset, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Masterplan, Milestone } from '../../api/planner';
import { type Edit, milestonesOf } from './edits';

type Props = { plan: Masterplan; milestone: Milestone; busy: boolean; onEdit: (edits: Edit[]) => void };

const PHASES = ['Setup', 'Core', 'Polish'];

/** Name and place of a milestone, a new task in it, and its end. */
export function MilestoneEditor({ plan, milestone, busy, onEdit }: Props) {
  const phase = plan.plan?.phases.find((each) => each.milestones.some((m) => m.id === milestone.id));
  const at = (phase?.milestones.findIndex((m) => m.id === milestone.id) ?? 0) + 1;
  const [name, setName] = useState(milestone.name);
  const [home, setHome] = useState(phase?.name ?? 'Core');
  const [position, setPosition] = useState<number | string>(at);
  const edits: Edit[] = [];
  if (name !== milestone.name) {
    edits.push({ op: 'change_milestone', id: milestone.id, name });
  }
  if (home !== phase?.name || position !== at) {
    edits.push({ op: 'move_milestone', id: milestone.id, phase: home, position });
  }
  return (
    <Stack gap="sm">
      <TextInput label="Milestone name" required value={name} onChange={(e) => setName(e.currentTarget.value)} />
      <Group grow>
        <Select label="Phase" allowDeselect={false} data={PHASES} value={home} onChange={(v) => setHome(v ?? home)} />
        <NumberInput label="Position in it" min={1} value={position} onChange={setPosition} />
      </Group>
      <Group><Button size="xs" disabled={!edits.length || !name.trim()} loading={busy} onClick={() => onEdit(edits)}>Save</Button></Group>
      <NewTask milestone={milestone} busy={busy} onEdit={onEdit} />
      <End plan={plan} milestone={milestone} busy={busy} onEdit={onEdit} />
    </Stack>
  );
}

function NewTask({ milestone, busy, onEdit }: Omit<Props, 'plan'>) {
  const [name, setName] = useState('');
  const [file, setFile] = useState('');
  const subtask = file.trim() ? { name, target_file: file.trim() } : { name, kind: 'CHECK' };
  return (
    <Fieldset legend="New task">
      <Group align="end">
        <TextInput size="xs" label="Name of the new task" value={name} onChange={(e) => setName(e.currentTarget.value)} />
        <TextInput size="xs" label="File that it writes" description="none = a check" value={file} onChange={(e) => setFile(e.currentTarget.value)} />
        <Button size="xs" variant="default" disabled={busy || !name.trim()} onClick={() => onEdit([{ op: 'add_task', milestone: milestone.id, name, subtasks: [subtask] }])}>Add task</Button>
      </Group>
    </Fieldset>
  );
}

function End({ plan, milestone, busy, onEdit }: Props) {
  const others = milestonesOf(plan).filter((each) => each.id !== milestone.id);
  const [target, setTarget] = useState<string | null>(null);
  if (!others.length) {
    return null;
  }
  const edit = target ? { op: 'merge_milestones', id: target, others: [milestone.id] } : { op: 'delete_milestone', id: milestone.id };
  return (
    <Fieldset legend="Give the milestone up">
      <Group align="end">
        <Select size="xs" label="Its tasks go to" placeholder="nowhere: they are deleted" clearable data={others.map((each) => ({ value: each.id, label: each.name }))} value={target} onChange={setTarget} />
        <Button size="xs" color="red" variant="outline" disabled={busy} onClick={() => onEdit([edit])}>{target ? 'Merge' : 'Delete'}</Button>
      </Group>
    </Fieldset>
  );
}

/** A milestone more, at the end of a phase. */
export function NewMilestone({ busy, onEdit }: { busy: boolean; onEdit: (edits: Edit[]) => void }) {
  const [name, setName] = useState('');
  const [phase, setPhase] = useState('Core');
  return (
    <Group align="end" mt="sm">
      <TextInput size="xs" label="Name of a new milestone" value={name} onChange={(e) => setName(e.currentTarget.value)} />
      <Select size="xs" label="Its phase" allowDeselect={false} data={PHASES} value={phase} onChange={(v) => setPhase(v ?? phase)} />
      <Button size="xs" variant="default" disabled={busy || !name.trim()} onClick={() => onEdit([{ op: 'add_milestone', phase, name }])}>Add milestone</Button>
    </Group>
  );
}
