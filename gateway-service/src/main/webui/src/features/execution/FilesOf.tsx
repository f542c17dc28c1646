import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import { type Atom, atomListSchema, type Execution } from '../../api/execution';
import { type Masterplan, masterplanSchema } from '../../api/planner';

const SHOWN = 6;
const NOT_THE_PROGRAM = /^tests\/|(^|\/)__init__\.py$|\.md$/;

type Props = { run: Execution; requirementKey: string; onAtom: (id: string) => void };

/** The last piece of each program file that the requirement's tasks write. */
export function filesOf(plan: Masterplan, atoms: Atom[], requirementKey: string): Atom[] {
  const id = plan.discovery?.requirements.find((r) => r.key === requirementKey)?.id;
  const tasks = plan.plan?.phases.flatMap((phase) => phase.milestones).flatMap((milestone) => milestone.tasks) ?? [];
  const serving = new Set(tasks.filter((task) => id && task.requirement_ids.includes(id)).map((task) => task.number));
  const last = new Map<string, Atom>();
  atoms
    .filter((atom) => serving.has(atom.task_number) && atom.file && !NOT_THE_PROGRAM.test(atom.file))
    .filter((atom) => atom.state === 'COMPLETED' || atom.state === 'FAILED')
    .forEach((atom) => last.set(atom.file ?? '', atom));
  return [...last.values()];
}

/** The way from a sentence that fails to the files that should keep it. */
export function FilesOf({ run, requirementKey, onAtom }: Props) {
  const plan = useQuery({
    queryKey: ['masterplan', run.masterplan_id],
    queryFn: () => get(`masterplans/${run.masterplan_id}`, masterplanSchema),
    refetchInterval: false,
  });
  const atoms = useQuery({
    queryKey: ['execution', run.id, 'atoms'],
    queryFn: () => get(`executions/${run.id}/atoms?limit=10000`, atomListSchema),
  });
  const files = plan.data && atoms.data ? filesOf(plan.data, atoms.data.items, requirementKey) : [];
  if (files.length === 0) {
    return null;
  }
  return (
    <Group gap="xs">
      <Text size="sm">Written for it, look here first:</Text>
      {files.slice(0, SHOWN).map((atom) => (
        <Button key={atom.id} size="compact-xs" variant="light" onClick={() => onAtom(atom.id)} tt="none">{atom.file}</Button>
      ))}
      {files.length > SHOWN ? <Text size="xs" c="dimmed">and {files.length - SHOWN} more under Files</Text> : null}
    </Group>
  );
}
