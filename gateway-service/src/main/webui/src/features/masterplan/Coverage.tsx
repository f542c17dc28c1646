import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import type { Masterplan } from '../../api/planner';
import type { Subject } from './Editors';
import { EditButton } from './PlanTree';
import { RequirementRow } from './RequirementRow';

/** Each sentence with the tasks that build it and the tests that prove it. */
export function Coverage({ plan, onEdit }: { plan: Masterplan; onEdit?: (subject: Subject) => void }) {
  const requirements = plan.discovery?.requirements ?? [];
  const rows = new Map(plan.analysis?.coverage.map((row) => [row.requirement_key, row]) ?? []);
  const covered = requirements.filter((r) => r.coverage.state === 'COVERED').length;
  return (
    <Card withBorder>
      <Title order={2} size="h5" mb="xs">Coverage {covered}/{requirements.length}</Title>
      <Stack gap="xs">
        {requirements.map((r) => {
          const row = rows.get(r.key);
          return (
            <div key={r.id}>
              <RequirementRow requirement={r} />
              {row ? (
                <Text size="xs" c="dimmed" pl={68}>
                  tasks {row.tasks.join(', ') || 'none'} · tests {row.tests.join(', ') || 'none'}
                </Text>
              ) : null}
              {onEdit ? <Group pl={68}><EditButton of={r.key} onClick={() => onEdit({ kind: 'requirement', id: r.id })} /></Group> : null}
            </div>
          );
        })}
        {onEdit ? <Group><Button size="xs" variant="default" onClick={() => onEdit({ kind: 'new requirement' })}>Add a requirement</Button></Group> : null}
      </Stack>
    </Card>
  );
}
