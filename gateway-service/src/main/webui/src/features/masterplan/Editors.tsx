import { Modal, Text } from '@mantine/core';
import type { Masterplan } from '../../api/planner';
import { ProblemAlert } from '../../app/ProblemAlert';
import { ConflictDialog } from './ConflictDialog';
import { type Edit, milestonesOf, tasksOf, useEdit } from './edits';
import { MilestoneEditor } from './MilestoneEditor';
import { RequirementEditor } from './RequirementEditor';
import { TaskEditor } from './TaskEditor';

/** What is open for editing. @see Editors */
export type Subject = { kind: 'task' | 'milestone' | 'requirement'; id: string } | { kind: 'new requirement' };

type Props = { plan: Masterplan; subject: Subject | null; editing: ReturnType<typeof useEdit>; onClose: () => void };

/** The one dialog in which things are edited, with what the service said to the last edit. */
export function Editors({ plan, subject, editing, onClose }: Props) {
  const { edit, met, lookAgain } = editing;
  const close = () => {
    edit.reset();
    onClose();
  };
  const send = (edits: Edit[], base?: number) => edit.mutate({ edits, base }, { onSuccess: onClose });
  return (
    <>
      <Modal opened={subject !== null && met === null} onClose={close} size="lg" title={subject ? `Edit ${subject.kind}` : ''} closeButtonProps={{ 'aria-label': 'Close' }}>
        {subject ? <Body plan={plan} subject={subject} busy={edit.isPending} onEdit={send} /> : null}
        <ProblemAlert error={met ? null : edit.error} title="The edit was refused" />
      </Modal>
      <ConflictDialog met={met} onLook={() => { void lookAgain(); onClose(); }} onAgain={send} />
    </>
  );
}

type BodyProps = { plan: Masterplan; subject: Subject; busy: boolean; onEdit: (edits: Edit[]) => void };

function Body({ plan, subject, busy, onEdit }: BodyProps) {
  if (subject.kind === 'new requirement') {
    return <RequirementEditor requirement={null} busy={busy} onEdit={onEdit} />;
  }
  const of = <T extends { id: string }>(all: T[]) => all.find((each) => each.id === subject.id);
  const task = subject.kind === 'task' ? of(tasksOf(plan)) : undefined;
  if (task) {
    return <TaskEditor key={`${task.id} ${plan.version}`} plan={plan} task={task} busy={busy} onEdit={onEdit} />;
  }
  const milestone = subject.kind === 'milestone' ? of(milestonesOf(plan)) : undefined;
  if (milestone) {
    return <MilestoneEditor key={`${milestone.id} ${plan.version}`} plan={plan} milestone={milestone} busy={busy} onEdit={onEdit} />;
  }
  const requirement = of(plan.discovery?.requirements ?? []);
  return requirement
    ? <RequirementEditor key={`${requirement.id} ${plan.version}`} requirement={requirement} busy={busy} onEdit={onEdit} />
    : <Text size="sm">It is not in this version any more.</Text>;
}

/** What followed from the last edit beside what was asked for. */
export function Notes({ notes }: { notes: string[] }) {
  return notes.length ? (
    <div role="status">{notes.map((note) => <Text key={note} size="sm">{note}</Text>)}</div>
  ) : null;
}
