import { Badge, Group, Text } from '@mantine/core';
import type { Requirement } from '../../api/planner';
import { StateBadge } from '../../app/StateBadge';

/** One sentence of the brief with its priority, the word that decided it, and whether it is covered. */
export function RequirementRow({ requirement: r }: { requirement: Requirement }) {
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Badge variant="default" size="sm" miw={58}>{r.key}</Badge>
      <div>
        <Text size="sm">“{r.sentence}”</Text>
        <Text size="xs" c="dimmed">
          {r.priority}{r.priority_word ? ` (“${r.priority_word}”)` : ''} · line {r.source.line}
          {r.acceptance ? ` · ${r.acceptance}` : ''}
        </Text>
        {r.coverage.state !== 'COVERED' ? (
          <Text size="xs">
            <StateBadge state={r.coverage.state} size="xs" /> {r.coverage.reason}{r.coverage.by ? ` — ${r.coverage.by}` : ''}
          </Text>
        ) : null}
      </div>
    </Group>
  );
}
