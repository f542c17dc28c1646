import { Code, Text } from '@mantine/core';
import type { Execution } from '../../api/execution';

/** What an ended run leaves to do, and what it does not hold. */
export function Outcome({ run }: { run: Execution }) {
  return (
    <>
      {run.not_covered.length ? <Text size="sm" mt="sm">Not built, nobody can write it: {run.not_covered.join(', ')}</Text> : null}
      {run.deferred.length ? <Text size="sm" mt="sm">Put off, not built: {run.deferred.join(', ')}</Text> : null}
      {run.state.startsWith('COMPLETED') ? (
        <Text size="sm" mt="sm">Get the program: <Code>./masterplan export {run.id} --out DIR</Code></Text>
      ) : null}
    </>
  );
}
