import { Badge, Code, List, Stack, Text } from '@mantine/core';
import type { Change, PlanDiff } from '../../api/versions';

const COLOURS = { ADDED: 'green', CHANGED: 'blue', MOVED: 'gray', REMOVED: 'red' } as const;
const PARTS = ['requirements', 'milestones', 'tasks', 'subtasks', 'dependencies', 'tests'] as const;

/** What differs between two versions, part by part, with the values before and after. */
export function DiffView({ diff }: { diff: PlanDiff }) {
  const parts = PARTS.filter((part) => diff[part].length);
  if (!parts.length) {
    return <Text size="sm">Nothing differs.</Text>;
  }
  return (
    <Stack gap="xs">
      {parts.map((part) => (
        <section key={part} aria-label={`Changes of ${part}`}>
          <Text size="sm" fw={600}>{part[0]?.toUpperCase()}{part.slice(1)}</Text>
          <List size="xs">{diff[part].map((change) => <ChangeRow key={change.id} change={change} />)}</List>
        </section>
      ))}
    </Stack>
  );
}

function ChangeRow({ change }: { change: Change }) {
  return (
    <List.Item>
      <Badge size="xs" variant="light" color={COLOURS[change.kind]}>{change.kind.toLowerCase()}</Badge> {change.name}
      {change.fields.map((field) => (
        <Text key={field.field} size="xs" c="dimmed">
          {field.field.replaceAll('_', ' ')}: <Code>{said(field.before)}</Code> → <Code>{said(field.after)}</Code>
        </Text>
      ))}
    </List.Item>
  );
}

function said(value: string | string[] | null | undefined): string {
  const text = Array.isArray(value) ? value.join(', ') : value;
  return text ? text : 'none';
}
