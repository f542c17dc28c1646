import { Card, List, Loader, Group, Text, Title } from '@mantine/core';
import type { LiveUpdate } from '../../live/frames';
import { useLiveStore } from '../../live/store';

function word(update: LiveUpdate, key: string): string {
  const value = update.data[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function made(update: LiveUpdate): string {
  const parts = ['phases', 'milestones', 'tasks', 'subtasks', 'waves'].map((key) => `${word(update, key)} ${key}`);
  return `Plan v${word(update, 'version')}: ${parts.join(' · ')} · ${word(update, 'errors')} errors, ${word(update, 'warnings')} warnings`;
}

/** How a plan comes into being, as the live channel tells it: what was found, then what was made. */
export function Generation() {
  const notes = useLiveStore((state) => state.notes);
  const started = notes.findLastIndex((note) => note.type === 'masterplan_generation_start');
  if (started < 0) {
    return null;
  }
  const since = notes.slice(started);
  const complete = since.find((note) => note.type === 'masterplan_generation_complete');
  const failure = since.find((note) => note.type === 'generation_error');
  const found = since.filter((note) => note.type.endsWith('_entity_discovered'));
  return (
    <Card withBorder component="section" aria-label="Generation" aria-live="polite">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">{complete ? 'Plan made' : failure ? 'No plan was made' : 'Making the plan'}</Title>
        {complete || failure ? null : <Loader size="xs" aria-label="The plan is being made" />}
      </Group>
      {complete ? <Text size="sm">{made(complete)}</Text> : null}
      {failure && !complete ? <Text size="sm">{word(failure, 'text')}</Text> : null}
      {failure && !complete ? <Text size="sm" c="dimmed">The talk is kept: send the brief again, changed where that helps.</Text> : null}
      {complete || failure ? null : (
        <List size="sm">
          {found.map((note) => <List.Item key={note.id}>{word(note, 'kind')}: {word(note, 'name')}</List.Item>)}
        </List>
      )}
    </Card>
  );
}
