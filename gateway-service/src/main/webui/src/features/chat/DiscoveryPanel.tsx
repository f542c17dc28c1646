import { Alert, Badge, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get, Problem } from '../../api/client';
import { type Discovery, discoveryAnswerSchema } from '../../api/planner';
import { useLiveStore } from '../../live/store';
import { RequirementRow } from '../masterplan/RequirementRow';
import { Questions } from './Questions';

/**
 * What was read of the talk: requirements with their lines, data, assumptions, and what was not understood. Asked for once
 * there is one, by the live channel's word or because somebody answered already.
 */
export function DiscoveryPanel({ sessionId, answered }: { sessionId: string; answered: boolean }) {
  const told = useLiveStore((state) => state.notes.some((note) => note.type === 'discovery_complete'));
  const { data, error } = useQuery({
    queryKey: ['discovery', sessionId],
    queryFn: () => get(`sessions/${sessionId}/discovery`, discoveryAnswerSchema),
    enabled: answered || told,
  });
  if (error && !data && !(error instanceof Problem && error.status === 404)) {
    return <Alert color="red" title="The discovery can't be shown">{error.message}</Alert>;
  }
  return data?.discovery ? <DiscoveryCard sessionId={sessionId} discovery={data.discovery} /> : null;
}

function DiscoveryCard({ sessionId, discovery }: { sessionId: string; discovery: Discovery }) {
  const must = discovery.requirements.filter((r) => r.priority === 'MUST').length;
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h5">{discovery.domain}</Title>
          <Badge variant="default" tt="none">{discovery.stack.language}</Badge>
        </Group>
        <Text size="sm">
          {discovery.aggregates.length} {discovery.aggregates.length === 1 ? 'kind' : 'kinds'} of data, {discovery.requirements.length} requirements ({must} MUST,{' '}
          {discovery.requirements.length - must} SHOULD), {discovery.unread.length} sentences not understood
        </Text>
        <Unread discovery={discovery} />
        <Questions sessionId={sessionId} questions={discovery.questions} />
        <Title order={3} size="h6">Data</Title>
        <List size="sm">
          {discovery.aggregates.map((a) => (
            <List.Item key={a.name}>
              <b>{a.name}</b>: {a.fields.map((f) => f.name).join(', ')}
              {a.lifecycle ? ` · states: ${a.lifecycle.states.join(', ')}` : ''}
            </List.Item>
          ))}
        </List>
        <Title order={3} size="h6">Requirements</Title>
        <Stack gap={6}>{discovery.requirements.map((r) => <RequirementRow key={r.id} requirement={r} />)}</Stack>
        {discovery.assumptions.length ? <Title order={3} size="h6">Assumed</Title> : null}
        <List size="sm">{discovery.assumptions.map((a) => <List.Item key={a}>{a}</List.Item>)}</List>
      </Stack>
    </Card>
  );
}

function Unread({ discovery }: { discovery: Discovery }) {
  if (discovery.unread.length === 0) {
    return null;
  }
  return (
    <Alert color="orange" title="Not understood">
      <List size="sm">
        {discovery.unread.map((u) => (
          <List.Item key={`${u.source.line}-${u.sentence}`}>
            line {u.source.line}: “{u.sentence}”
            {u.nearest_forms.length ? <Text size="xs">Nearest forms: {u.nearest_forms.join(' · ')}</Text> : null}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
