import { Alert, Anchor, Code, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import { type AcceptanceTest, atomListSchema, type Execution } from '../../api/execution';

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
    <Stack gap="xs">
      {red.map((test) => (
        <Alert key={test.id} color="red" title={`${test.requirement_key} ${test.priority}: “${test.sentence ?? ''}”`}>
          <Text size="sm">{test.id}: {test.text}</Text>
          {test.evidence ? <Code block mt="xs" style={{ maxHeight: 180, overflow: 'auto' }} tabIndex={0}>{test.evidence}</Code> : null}
        </Alert>
      ))}
      {atoms.map((atom) => (
        <Alert key={atom.id} color="red" title={`Not written: ${atom.name}`}>
          <Text size="sm">{atom.reason}</Text>
          <Anchor component="button" size="sm" onClick={() => onAtom(atom.id)} underline="always">{atom.file ?? 'Show attempts'}</Anchor>
        </Alert>
      ))}
    </Stack>
  );
}
