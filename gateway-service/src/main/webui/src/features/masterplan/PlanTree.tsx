import { Accordion, Badge, Button, Code, Group, List, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Masterplan, Task } from '../../api/planner';
import type { Subject } from './Editors';

/** Phases, milestones, tasks and subtasks; a task shows what it needs and which sentences it serves. */
export function PlanTree({ plan, onEdit }: { plan: Masterplan; onEdit?: (subject: Subject) => void }) {
  const { numbers, keys } = useMemo(() => {
    const tasks = plan.plan?.phases.flatMap((p) => p.milestones).flatMap((m) => m.tasks) ?? [];
    return {
      numbers: new Map(tasks.map((t) => [t.id, t.number])),
      keys: new Map(plan.discovery?.requirements.map((r) => [r.id, r.key]) ?? []),
    };
  }, [plan]);
  return (
    <>
      {plan.plan?.phases.map((phase) => (
        <section key={phase.name} aria-label={`Phase ${phase.name}`}>
          <Text fw={600} mt="sm">{phase.name}</Text>
          <Accordion variant="separated" multiple order={3}>
            {phase.milestones.map((milestone) => (
              <Accordion.Item key={milestone.id} value={milestone.id}>
                <Accordion.Control>
                  <Text size="sm">{milestone.name} <Text span c="dimmed">· {milestone.tasks.length} tasks</Text></Text>
                </Accordion.Control>
                <Accordion.Panel>
                  {onEdit ? <EditButton of={`milestone ${milestone.name}`} onClick={() => onEdit({ kind: 'milestone', id: milestone.id })} /> : null}
                  {milestone.tasks.map((task) => <TaskRow key={task.id} task={task} numbers={numbers} keys={keys} onEdit={onEdit} />)}
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        </section>
      ))}
    </>
  );
}

/** Opens the dialog in which a thing is edited. */
export function EditButton({ of, onClick }: { of: string; onClick: () => void }) {
  return <Button size="compact-xs" variant="default" aria-label={`Edit ${of}`} onClick={onClick}>Edit</Button>;
}

type TaskRowProps = { task: Task; numbers: Map<string, number>; keys: Map<string, string>; onEdit?: (subject: Subject) => void };

function TaskRow({ task, numbers, keys, onEdit }: TaskRowProps) {
  const needs = task.depends_on.map((id) => numbers.get(id)).filter((n) => n !== undefined);
  const serves = task.requirement_ids.map((id) => keys.get(id)).filter((k) => k !== undefined);
  return (
    <div>
      <Group gap="xs" mt="xs">
        <Text size="sm" fw={600}>{task.number}. {task.name}</Text>
        {serves.map((key) => <Badge key={key} size="xs" variant="default">{key}</Badge>)}
        {needs.length ? <Text size="xs" c="dimmed">after {needs.join(', ')}</Text> : null}
        {onEdit ? <EditButton of={`task ${task.number}`} onClick={() => onEdit({ kind: 'task', id: task.id })} /> : null}
      </Group>
      <List size="xs">
        {task.subtasks.map((s) => (
          <List.Item key={s.id}>{s.name}{s.target_file ? <> <Code>{s.target_file}</Code></> : null}{s.done ? ' · done' : null}</List.Item>
        ))}
      </List>
    </div>
  );
}
