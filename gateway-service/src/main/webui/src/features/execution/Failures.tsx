import { Anchor, Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import { type AcceptanceTest, type Atom, atomListSchema, type Execution } from '../../api/execution';
import { CorrectTest } from './CorrectTest';
import { FilesOf } from './FilesOf';

type Props = { run: Execution; tests: AcceptanceTest[]; onAtom: (id: string) => void };

/** What failed and why: red acceptance tests under the sentence they prove, and pieces that could not be written. */
export function Failures({ run, tests, onAtom }: Props) {
  const failed = useQuery({
    queryKey: ['execution', run.id, 'failed'],
    queryFn: () => get(`executions/${run.id}/atoms?state=FAILED&limit=20`, atomListSchema),
    enabled: run.atoms.failed > 0,
  });
  const red = byRequirement(tests.filter((test) => test.state === 'FAILED'));
  const atoms = run.atoms.failed > 0 ? (failed.data?.items ?? []) : [];
  if (red.size === 0 && atoms.length === 0) {
    return null;
  }
  return (
    <Card withBorder component="section" aria-label="What failed" style={{ borderLeft: '4px solid var(--mantine-color-red-7)' }}>
      <Title order={2} size="h5" mb="xs">What failed and why</Title>
      <Stack gap="md">
        {[...red].map(([key, of]) => <RedRequirement key={key} run={run} tests={of} onAtom={onAtom} />)}
        {atoms.map((atom) => <FailedPiece key={atom.id} atom={atom} onAtom={onAtom} />)}
      </Stack>
    </Card>
  );
}

function byRequirement(tests: AcceptanceTest[]): Map<string, AcceptanceTest[]> {
  const grouped = new Map<string, AcceptanceTest[]>();
  tests.forEach((test) => grouped.set(test.requirement_key, [...(grouped.get(test.requirement_key) ?? []), test]));
  return grouped;
}

function RedRequirement({ run, tests, onAtom }: Props) {
  const first = tests[0];
  return first ? (
    <Stack gap={6} component="section" aria-label={`Failing ${first.requirement_key}`}>
      <Text size="sm" fw={600}>{first.requirement_key} {first.priority}: “{first.sentence}”</Text>
      {tests.map((test) => <RedTest key={test.id} run={run} test={test} />)}
      <FilesOf run={run} requirementKey={first.requirement_key} onAtom={onAtom} />
    </Stack>
  ) : null;
}

function RedTest({ run, test }: { run: Execution; test: AcceptanceTest }) {
  return (
    <div>
      <Group gap="xs" justify="space-between" align="flex-start">
        <Text size="sm">{test.id}: {test.text}</Text>
        <CorrectTest run={run} test={test} />
      </Group>
      {test.evidence ? <Code block mt={4} style={{ maxHeight: 150, overflow: 'auto' }} tabIndex={0}>{test.evidence}</Code> : null}
    </div>
  );
}

function FailedPiece({ atom, onAtom }: { atom: Atom; onAtom: (id: string) => void }) {
  return (
    <div>
      <Text size="sm" fw={600}>Not written: {atom.name}</Text>
      <Text size="sm">
        {atom.reason}{' '}
        <Anchor component="button" size="sm" onClick={() => onAtom(atom.id)} underline="always">{atom.file ?? 'Show attempts'}</Anchor>
      </Text>
    </div>
  );
}
