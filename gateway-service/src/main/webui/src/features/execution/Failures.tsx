import { Anchor, Card, Code, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import { type AcceptanceTest, type Atom, atomListSchema, type Execution } from '../../api/execution';

type Props = { run: Execution; tests: AcceptanceTest[]; onAtom: (id: string) => void };

/** What failed and why: red acceptance tests with the sentence they prove, and pieces that could not be written. */
export function Failures({ run, tests, onAtom }: Props) {
  const failed = useQuery({
    queryKey: ['execution', run.id, 'failed'],
    queryFn: () => get(`executions/${run.id}/atoms?state=FAILED&limit=20`, atomListSchema),
    enabled: run.atoms.failed > 0,
  });
  const red = tests.filter((test) => test.state === 'FAILED');
  const atoms = run.atoms.failed > 0 ? (failed.data?.items ?? []) : [];
  if (red.length === 0 && atoms.length === 0) {
    return null;
  }
  return (
    <Card withBorder component="section" aria-label="What failed" style={{ borderLeft: '4px solid var(--mantine-color-red-7)' }}>
      <Title order={2} size="h5" mb="xs">What failed and why</Title>
      <Stack gap="md">
        {red.map((test) => <RedTest key={test.id} test={test} />)}
        {atoms.map((atom) => <FailedPiece key={atom.id} atom={atom} onAtom={onAtom} />)}
      </Stack>
    </Card>
  );
}

function RedTest({ test }: { test: AcceptanceTest }) {
  return (
    <div>
      <Text size="sm" fw={600}>{test.requirement_key} {test.priority}: “{test.sentence}”</Text>
      <Text size="sm">{test.id}: {test.text}</Text>
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
