/** Most bytes that the service takes at once. */
export const MAX_BYTES = 1024 * 1024;

export type NamedText = { name: string; text: string };

/** Reads chosen files as UTF-8; what is no text, or too much, is said before anything is sent. */
export async function readFiles(files: File[]): Promise<NamedText[]> {
  if (files.reduce((sum, file) => sum + file.size, 0) > MAX_BYTES) {
    throw new Error('The files have more than 1 MiB together.');
  }
  return Promise.all(
    files.map(async (file) => {
      try {
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
        return { name: file.webkitRelativePath || file.name, text };
      } catch {
        throw new Error(`${file.name} is not text in UTF-8.`);
      }
    }),
  );
}
