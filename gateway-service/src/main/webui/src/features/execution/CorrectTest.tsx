import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { AcceptanceTest, Execution } from '../../api/execution';
import { type SeenFile, useWorkspaceFile } from '../../api/workspace';
import { ProblemAlert } from '../../app/ProblemAlert';
import { TextEditor } from '../../app/TextEditor';
import { useCloseWithCare } from '../../app/useCloseWithCare';
import { allows, useCommand } from './commands';
import { OnItsWay } from './OnItsWay';

type Props = { run: Execution; test: AcceptanceTest };

/** For a test that asks for what its sentence does not say; shown where the run takes a correction. */
export function CorrectTest({ run, test }: Props) {
  const [opened, { open, close }] = useDisclosure();
  const { onDirty, closeWithCare } = useCloseWithCare(close);
  if (!test.file || !(opened || allows(run.state, 'correct_test'))) {
    return null;
  }
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={open} aria-label={`Correct test ${test.id}`}>Correct test</Button>
      <Modal opened={opened} onClose={closeWithCare} title={`Correct test ${test.id}`} size="xl" closeButtonProps={{ 'aria-label': 'Close' }}>
        <Correction run={run} test={test} onDone={close} onDirty={onDirty} />
      </Modal>
    </>
  );
}

type DialogProps = Props & { onDone: () => void; onDirty: (dirty: boolean) => void };

function Correction({ run, test, onDone, onDirty }: DialogProps) {
  const file = useWorkspaceFile(run.id, test.file);
  return (
    <Stack gap="sm">
      <Text size="sm">“{test.sentence}”</Text>
      <Text size="sm" c="dimmed">{[test.given, test.when, test.then].filter(Boolean).join(' → ')}</Text>
      <Text size="sm">
        Correct it only where it asks for something that the sentence does not say. It has to fail on two empty programs
        again; your name, the reason, the old and the new text stand on the certificate.
      </Text>
      <ProblemAlert error={file.error} title="The test can't be shown" />
      {file.data ? <CorrectionForm run={run} test={test} onDone={onDone} onDirty={onDirty} file={file.data} /> : null}
    </Stack>
  );
}

function CorrectionForm({ run, test, onDone, onDirty, file }: DialogProps & { file: SeenFile }) {
  const [before] = useState(file.text);
  const [code, setCode] = useState(file.text);
  const [reason, setReason] = useState('');
  const command = useCommand(run.id);
  const dirty = code !== before || reason !== '';
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  const send = () => command.mutate({ command: 'correct_test', test_id: test.id, code, reason }, { onSuccess: onDone });
  return (
    <>
      <TextEditor label={`Content of ${test.file}`} before={before} value={code} onChange={setCode} readOnly={command.isPending} />
      <TextInput label="Reason" value={reason} onChange={(e) => setReason(e.currentTarget.value)} required />
      <ProblemAlert error={command.error} title="The correction was refused; it is kept here" />
      <OnItsWay pending={command.isPending} />
      <Group>
        <Button size="xs" onClick={send} loading={command.isPending} disabled={!reason.trim() || code === before}>
          Save and prove it red
        </Button>
      </Group>
    </>
  );
}
