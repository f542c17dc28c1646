import { z } from 'zod';

const noteSchema = z.object({
  kind: z.enum(['MAPPED', 'GUESSED', 'DROPPED']),
  file: z.string().nullish(),
  line: z.number(),
  text: z.string(),
});

export const importSchema = z.object({
  masterplan_id: z.string(),
  report: z.object({ format: z.string(), files: z.array(z.string()), notes: z.array(noteSchema) }).nullish(),
});

export const importAcceptedSchema = z.object({ session_id: z.string(), masterplan_id: z.string() });

export type ImportNote = z.infer<typeof noteSchema>;
