import { Card, Center, Grid, Loader, Stack, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { get } from '../../api/client';
import { executionSchema, testsSchema, wavesSchema } from '../../api/execution';
import { ProblemAlert, StaleAlert } from '../../app/ProblemAlert';
import { useLive } from '../../live/useLive';
import { Atoms } from './Atoms';
import { AtomDrawer } from './AtomDrawer';
import { CostCard } from './CostCard';
import { Failures } from './Failures';
import { ReviewsCard } from './ReviewsCard';
import { RunHeader } from './RunHeader';
import { Tests } from './Tests';
import { Waves } from './Waves';

const LIVE_POLL_MS = 2_000;

/** The board of one run: what is built, how far it is, what failed and why, what it costs, what can be done. */
export function RunPage() {
  const { runId } = useParams();
  const [search, setSearch] = useSearchParams();
  const run = useQuery({
    queryKey: ['execution', runId],
    queryFn: () => get(`executions/${runId}`, executionSchema),
    refetchInterval: LIVE_POLL_MS,
  });
  const waves = useQuery({ queryKey: ['execution', runId, 'waves'], queryFn: () => get(`executions/${runId}/waves`, wavesSchema) });
  const tests = useQuery({ queryKey: ['execution', runId, 'tests'], queryFn: () => get(`executions/${runId}/tests`, testsSchema) });
  useLive('masterplan_id', run.data?.masterplan_id);
  if (run.error && !run.data) {
    return <ProblemAlert error={run.error} title="The run can't be shown" />;
  }
  if (!run.data || !runId) {
    return <Center p="xl"><Loader aria-label="Loading the run" /></Center>;
  }
  const tab = search.get('tab') ?? 'waves';
  const select = (name: string, value: string | null) => {
    const next = new URLSearchParams(search);
    if (value === null) {
      next.delete(name);
    } else {
      next.set(name, value);
    }
    setSearch(next);
  };
  return (
    <Stack>
      <StaleAlert error={run.error} />
      <RunHeader run={run.data} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack>
            <Failures run={run.data} tests={tests.data ?? []} onAtom={(id) => select('atom', id)} />
            <Card withBorder>
              <Tabs value={tab} onChange={(value) => select('tab', value)} keepMounted={false}>
                <Tabs.List mb="sm">
                  <Tabs.Tab value="waves">Waves</Tabs.Tab>
                  <Tabs.Tab value="files">Files</Tabs.Tab>
                  <Tabs.Tab value="tests">Acceptance tests</Tabs.Tab>
                </Tabs.List>
                <Tabs.Panel value="waves"><Waves waves={waves.data ?? []} /></Tabs.Panel>
                <Tabs.Panel value="files"><Atoms runId={runId} onSelect={(id) => select('atom', id)} /></Tabs.Panel>
                <Tabs.Panel value="tests"><Tests run={run.data} tests={tests.data ?? []} /></Tabs.Panel>
              </Tabs>
            </Card>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack>
            <CostCard run={run.data} />
            <ReviewsCard masterplanId={run.data.masterplan_id} />
          </Stack>
        </Grid.Col>
      </Grid>
      <AtomDrawer run={run.data} atomId={search.get('atom')} onClose={() => select('atom', null)} />
    </Stack>
  );
}
