import { Card, Center, Grid, Group, List, Loader, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { get } from '../../api/client';
import { type Masterplan, masterplanSchema } from '../../api/planner';
import { ProblemAlert, StaleAlert } from '../../app/ProblemAlert';
import { RehearsalBadge } from '../../app/RehearsalBadge';
import { StateBadge } from '../../app/StateBadge';
import { dollars } from '../../app/states';
import { useLive } from '../../live/useLive';
import { ImportReport } from '../import/ImportReport';
import { Coverage } from './Coverage';
import { Decision } from './Decision';
import { Editors, Notes, type Subject } from './Editors';
import { editable, useEdit } from './edits';
import { History } from './History';
import { NewMilestone } from './MilestoneEditor';
import { PlanTree } from './PlanTree';

/** One plan: what it will build, what it covers, what it costs, and the decision about it. */
export function PlanPage() {
  const { planId } = useParams();
  useLive('masterplan_id', planId);
  const { data, error } = useQuery({
    queryKey: ['masterplan', planId],
    queryFn: () => get(`masterplans/${planId}`, masterplanSchema),
  });
  if (error && !data) {
    return <ProblemAlert error={error} title="The plan can't be shown" />;
  }
  if (!data) {
    return <Center p="xl"><Loader aria-label="Loading the plan" /></Center>;
  }
  return <Plan plan={data} error={error} />;
}

function Plan({ plan, error }: { plan: Masterplan; error: Error | null }) {
  const [subject, setSubject] = useState<Subject | null>(null);
  const editing = useEdit(plan);
  const onEdit = editable(plan) ? setSubject : undefined;
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack>
          <StaleAlert error={error} />
          <Summary plan={plan} />
          <Card withBorder>
            <Title order={2} size="h5" mb="xs">Plan</Title>
            <Notes notes={editing.edit.data?.notes ?? []} />
            <PlanTree plan={plan} onEdit={onEdit} />
            {onEdit ? <NewMilestone key={plan.version} busy={editing.edit.isPending} onEdit={(edits) => editing.edit.mutate({ edits })} /> : null}
            <ProblemAlert error={subject || editing.met ? null : editing.edit.error} title="The edit was refused" />
          </Card>
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack>
          <Decision plan={plan} />
          <Findings plan={plan} />
          <Coverage plan={plan} onEdit={onEdit} />
          <History plan={plan} />
          <ImportReport planId={plan.id} />
        </Stack>
      </Grid.Col>
      <Editors plan={plan} subject={subject} editing={editing} onClose={() => setSubject(null)} />
    </Grid>
  );
}

function Summary({ plan }: { plan: Masterplan }) {
  const tasks = plan.plan?.phases.flatMap((p) => p.milestones).flatMap((m) => m.tasks) ?? [];
  const subtasks = tasks.reduce((sum, task) => sum + task.subtasks.length, 0);
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Title order={1} size="h4">{plan.name} <Text span c="dimmed">plan v{plan.version}</Text></Title>
        <Group gap="xs">
          <RehearsalBadge shown={typeof plan.engine?.rehearsal_seed === 'number'} />
          <StateBadge state={plan.status} size="lg" />
        </Group>
      </Group>
      {plan.status_reason ? <Text size="sm">{plan.status_reason}</Text> : null}
      <Text size="sm" mt="xs">{plan.discovery?.summary}</Text>
      <Text size="sm" mt="xs">
        {tasks.length} tasks · {subtasks} subtasks · {plan.tests.length} acceptance tests
        {plan.estimate ? ` · ${plan.estimate.waves} waves · ${dollars(plan.estimate.cost_usd.likely)} · about ${Math.round(plan.estimate.seconds)} s` : ''}
      </Text>
    </Card>
  );
}

function Findings({ plan }: { plan: Masterplan }) {
  const errors = plan.analysis?.errors ?? [];
  const warnings = plan.analysis?.warnings ?? [];
  return (
    <Card withBorder>
      <Title order={2} size="h5" mb="xs">Analysis: {errors.length} errors, {warnings.length} warnings</Title>
      <List size="sm">
        {errors.map((f) => <List.Item key={`e${f.code}${f.text}`}><b>Error</b> {f.text}</List.Item>)}
        {warnings.map((f) => <List.Item key={`w${f.code}${f.text}`}>Warning: {f.text}</List.Item>)}
      </List>
      {plan.estimate?.assumptions.length ? (
        <Text size="xs" c="dimmed" mt="xs">Estimate assumes: {plan.estimate.assumptions.join('; ')}</Text>
      ) : null}
    </Card>
  );
}
