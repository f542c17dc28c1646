import { Table, Text } from '@mantine/core';
import type { AcceptanceTest, Execution } from '../../api/execution';
import { StateBadge } from '../../app/StateBadge';
import { duration } from '../../app/states';
import { Corrections } from './Corrections';
import { CorrectTest } from './CorrectTest';

/** Every acceptance test with the sentence of the brief that it proves. */
export function Tests({ run, tests }: { run: Execution; tests: AcceptanceTest[] }) {
  if (tests.length === 0) {
    return <Text size="sm">The acceptance tests are not written yet.</Text>;
  }
  return (
    <>
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Test</Table.Th><Table.Th>Sentence</Table.Th><Table.Th>Result</Table.Th><Table.Th>Due from</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{tests.map((test) => <TestRow key={test.id} run={run} test={test} />)}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {tests.some((test) => test.corrected_by) ? <Corrections runId={run.id} /> : null}
    </>
  );
}

function TestRow({ run, test }: { run: Execution; test: AcceptanceTest }) {
  return (
    <Table.Tr>
      <Table.Td>{test.id}<Text size="xs" c="dimmed">{test.priority}</Text></Table.Td>
      <Table.Td>
        {test.sentence}
        <Text size="xs" c="dimmed">{[test.given, test.when, test.then].filter(Boolean).join(' → ')}</Text>
        {test.corrected_by ? <Text size="xs">corrected by {test.corrected_by}: “{test.correction_reason}”</Text> : null}
        <CorrectTest run={run} test={test} />
      </Table.Td>
      <Table.Td><StateBadge state={test.state} size="xs" /> <Text size="xs">{test.text} {duration(test.duration_ms)}</Text></Table.Td>
      <Table.Td>{test.due_from_wave ? `wave ${test.due_from_wave}` : ''}</Table.Td>
    </Table.Tr>
  );
}
