import { z } from 'zod';

export const reviewSchema = z.object({
  id: z.string(),
  masterplan_id: z.string(),
  execution_id: z.string().nullish(),
  kind: z.string(),
  atom_id: z.string().nullish(),
  subject: z.string(),
  file: z.string().nullish(),
  failed: z.boolean().default(false),
  state: z.string(),
  priority: z.string(),
  confidence: z.number().nullish(),
  retries: z.number().nullish(),
  validation_errors: z.array(z.string()).default([]),
  requirement_keys: z.array(z.string()).default([]),
  evidence: z.string().nullish(),
  suggestions: z.array(z.string()).default([]),
  decision: z.string().nullish(),
  reviewer: z.string().nullish(),
  comment: z.string().nullish(),
  draft: z.string().nullish(),
  refusal: z.union([z.string(), z.array(z.string())]).nullish(),
});

export const reviewListSchema = z.object({ items: z.array(reviewSchema), total: z.number() });

export type Review = z.infer<typeof reviewSchema>;
