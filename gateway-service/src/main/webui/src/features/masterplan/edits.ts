import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, Problem, patch } from '../../api/client';
import type { Masterplan, Milestone, Task } from '../../api/planner';
import { type Conflict, conflictSchema, editAnswerSchema, versionsSchema } from '../../api/versions';

/** One change of a plan, as docs/reference/rest.md lists them. */
export type Edit = { op: string } & Record<string, unknown>;

/** Statuses whose edit makes the next draft. */
export function editable(plan: Masterplan): boolean {
  return plan.status === 'DRAFT' || plan.status === 'APPROVED';
}

/** All versions of the plan, newest first, and the number of the approved one. */
export function useVersions(plan: Masterplan) {
  const { data } = useQuery({
    queryKey: ['masterplan', plan.id, 'versions', plan.version, plan.status],
    queryFn: () => get(`masterplans/${plan.id}/versions`, versionsSchema),
  });
  return { versions: data ?? [], approved: data?.find((each) => each.status === 'APPROVED')?.version };
}

export function milestonesOf(plan: Masterplan): Milestone[] {
  return plan.plan?.phases.flatMap((phase) => phase.milestones) ?? [];
}

export function tasksOf(plan: Masterplan): Task[] {
  return milestonesOf(plan).flatMap((milestone) => milestone.tasks);
}

/** A conflict that the answer describes, with the edits that met it. */
export type Met = { conflict: Conflict; edits: Edit[] };

/** Sends edits of the version that the page shows; a conflict is kept until the person has chosen. */
export function useEdit(plan: Masterplan) {
  const client = useQueryClient();
  const [met, setMet] = useState<Met | null>(null);
  const edit = useMutation({
    mutationFn: ({ edits, base = plan.version }: { edits: Edit[]; base?: number }) =>
      patch(`masterplans/${plan.id}`, { base_version: base, edits }, editAnswerSchema),
    onSuccess: () => {
      setMet(null);
      return client.invalidateQueries({ queryKey: ['masterplan'] });
    },
    onError: (error, { edits }) => {
      const conflict = error instanceof Problem && error.status === 409 ? conflictSchema.safeParse(error.body) : null;
      setMet(conflict?.success ? { conflict: conflict.data, edits } : null);
    },
  });
  const lookAgain = () => {
    setMet(null);
    edit.reset();
    return client.invalidateQueries({ queryKey: ['masterplan'] });
  };
  return { edit, met, lookAgain };
}

export type TaskForm = {
  name: string;
  description: string;
  complexity: string;
  milestone: string;
  position: number;
  dependsOn: string[];
  requirements: string[];
  subtasks: { id: string; name: string; file: string }[];
};

/** What the form shows of a task. */
export function taskForm(plan: Masterplan, task: Task): TaskForm {
  const home = milestonesOf(plan).find((milestone) => milestone.tasks.some((each) => each.id === task.id));
  return {
    name: task.name,
    description: task.description ?? '',
    complexity: task.complexity,
    milestone: home?.id ?? '',
    position: (home?.tasks.findIndex((each) => each.id === task.id) ?? 0) + 1,
    dependsOn: task.depends_on,
    requirements: task.requirement_ids,
    subtasks: task.subtasks.map((each) => ({ id: each.id, name: each.name, file: each.target_file ?? '' })),
  };
}

const same = (a: string[], b: string[]) => a.length === b.length && a.every((each) => b.includes(each));

/** The edits that make of a task what the form says; only what differs. */
export function taskEdits(task: Task, before: TaskForm, after: TaskForm): Edit[] {
  const edits: Edit[] = [];
  const fields: Record<string, unknown> = {};
  if (after.name !== before.name) {
    fields.name = after.name;
  }
  if (after.description !== before.description) {
    fields.description = after.description;
  }
  if (after.complexity !== before.complexity) {
    fields.complexity = after.complexity;
  }
  if (!same(after.requirements, before.requirements)) {
    fields.requirement_ids = after.requirements;
  }
  if (Object.keys(fields).length) {
    edits.push({ op: 'change_task', id: task.id, ...fields });
  }
  if (after.milestone !== before.milestone || after.position !== before.position) {
    edits.push({ op: 'move_task', id: task.id, milestone: after.milestone, position: after.position });
  }
  for (const on of before.dependsOn.filter((id) => !after.dependsOn.includes(id))) {
    edits.push({ op: 'remove_dependency', id: task.id, on });
  }
  for (const on of after.dependsOn.filter((id) => !before.dependsOn.includes(id))) {
    edits.push({ op: 'add_dependency', id: task.id, on });
  }
  for (const subtask of after.subtasks) {
    const was = before.subtasks.find((each) => each.id === subtask.id);
    if (was && (was.name !== subtask.name || was.file !== subtask.file)) {
      edits.push({
        op: 'change_subtask',
        id: subtask.id,
        ...(was.name === subtask.name ? {} : { name: subtask.name }),
        ...(was.file === subtask.file ? {} : { target_file: subtask.file }),
      });
    }
  }
  return edits;
}
