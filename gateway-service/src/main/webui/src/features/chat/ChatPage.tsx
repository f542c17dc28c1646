import { Anchor, Button, Card, Grid, Group, NavLink, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { get, post } from '../../api/client';
import { masterplanSchema, messageAcceptedSchema, sessionListSchema, sessionSchema } from '../../api/planner';
import { ProblemAlert } from '../../app/ProblemAlert';
import { RehearsalBadge } from '../../app/RehearsalBadge';
import { useLive } from '../../live/useLive';
import { ImportPlan } from '../import/ImportPlan';
import { Composer } from './Composer';
import { DiscoveryPanel } from './DiscoveryPanel';
import { Generation } from './Generation';
import { MessageList } from './MessageList';

function firstLine(text: string): string {
  const line = text.split('\n').map((l) => l.replace(/^\/masterplan|^#+/, '').trim()).find((l) => l.length > 0);
  return (line ?? 'New session').slice(0, 60);
}

/** The talk on the left, what was understood of it on the right. */
export function ChatPage() {
  const { sessionId } = useParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  useLive('session_id', sessionId);
  const session = useQuery({
    queryKey: ['session', sessionId],
    queryFn: () => get(`sessions/${sessionId}`, sessionSchema),
    enabled: sessionId !== undefined,
  });
  const send = useMutation({
    mutationFn: async (text: string) => {
      const id = sessionId ?? (await post('sessions', { name: firstLine(text) }, sessionSchema)).id;
      await post(`sessions/${id}/messages`, { text }, messageAcceptedSchema);
      return id;
    },
    onSuccess: (id) => {
      void client.invalidateQueries();
      void navigate(`/sessions/${id}`);
    },
  });
  const plans = session.data?.masterplan_ids ?? [];
  const latest = plans.at(-1);
  const answered = session.data?.messages.some((message) => message.role === 'assistant') ?? false;
  const plan = useQuery({
    queryKey: ['masterplan', latest],
    queryFn: () => get(`masterplans/${latest}`, masterplanSchema),
    enabled: latest !== undefined,
  });
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Card withBorder>
          <Group justify="space-between" mb="sm">
            <Title order={1} size="h4">{session.data?.name ?? 'Describe the software you want'}</Title>
            <RehearsalBadge shown={typeof plan.data?.engine?.rehearsal_seed === 'number'} />
            {latest ? <Button component={Link} to={`/plans/${latest}`} size="xs">Open the plan</Button> : null}
          </Group>
          <ProblemAlert error={session.error} />
          <MessageList messages={session.data?.messages ?? []} />
          <ProblemAlert error={send.error} title="The message was not taken" />
          <Composer busy={send.isPending} onSend={(text) => send.mutateAsync(text).then(() => undefined)} />
        </Card>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack>
          {sessionId ? <Generation /> : null}
          {sessionId ? <DiscoveryPanel sessionId={sessionId} answered={answered} /> : null}
          {sessionId ? null : <ImportPlan />}
          <Sessions current={sessionId} />
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

const SESSIONS_SHOWN = 8;
const MORE_SESSIONS = 48;
/** More than this the service lists at no time. */
const MOST_SESSIONS = 200;

export function Sessions({ current }: { current: string | undefined }) {
  const [limit, setLimit] = useState(SESSIONS_SHOWN);
  const { data } = useQuery({
    queryKey: ['session', 'list', limit],
    queryFn: () => get(`sessions?limit=${limit}`, sessionListSchema),
    placeholderData: keepPreviousData,
  });
  if (!data || data.items.length === 0) {
    return null;
  }
  return (
    <Card withBorder component="nav" aria-label="Sessions">
      <Title order={2} size="h6" mb="xs">Sessions</Title>
      {data.items.map((s) => (
        <NavLink key={s.id} component={Link} to={`/sessions/${s.id}`} label={s.name} active={s.id === current} />
      ))}
      {data.total > data.items.length && limit < MOST_SESSIONS ? (
        <Button size="compact-xs" variant="default" mt="xs" onClick={() => setLimit(limit + MORE_SESSIONS)}>
          Show older ones ({data.total - data.items.length})
        </Button>
      ) : null}
      {current ? <Text size="sm" mt="xs"><Anchor component={Link} to="/" size="sm" underline="always">Start a new one</Anchor></Text> : null}
    </Card>
  );
}
