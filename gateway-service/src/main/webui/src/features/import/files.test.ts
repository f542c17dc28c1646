import { describe, expect, it } from 'vitest';
import { MAX_BYTES, readFiles } from './files';

function file(name: string, bytes: Uint8Array<ArrayBuffer>): File {
  return Object.assign(new File([bytes], name), { arrayBuffer: () => Promise.resolve(bytes.buffer) });
}

describe('readFiles', () => {
  it('should read names and texts', async () => {
    const bytes = new TextEncoder().encode('- [ ] T001 Größe');
    expect(await readFiles([file('tasks.md', new Uint8Array(bytes))])).toEqual([{ name: 'tasks.md', text: '- [ ] T001 Größe' }]);
  });

  it('should refuse what is no text', async () => {
    await expect(readFiles([file('a.png', new Uint8Array([0x89, 0xff]))])).rejects.toThrow('a.png is not text');
  });

  it('should refuse more than the service takes', async () => {
    await expect(readFiles([file('big.json', new Uint8Array(MAX_BYTES + 1))])).rejects.toThrow('1 MiB');
  });
});
