import type { ZodType } from 'zod';
import { z } from 'zod';

/** RFC 9457 problem as every service answers it. */
const problemSchema = z.object({
  title: z.string().default('Request failed'),
  status: z.number().default(0),
  detail: z.string().nullish(),
  trace_id: z.string().nullish(),
});

/** A refused or failed request, with the trace id under which operators find it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    detail: string | null | undefined,
    readonly traceId: string | null | undefined,
    /** The whole answer: a conflict carries more than its text. */
    readonly body: unknown = undefined,
  ) {
    super(detail ?? title);
  }
}

/** Whether the answer says that nobody is signed in (any more). */
export function isSignedOut(error: Error | null): boolean {
  return error instanceof Problem && error.status === 401;
}

async function toProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => ({}));
  const parsed = problemSchema.safeParse(body);
  const p = parsed.success ? parsed.data : problemSchema.parse({});
  return new Problem(response.status, p.title, p.detail, p.trace_id, body);
}

async function send(method: string, path: string, body?: unknown, accept = 'application/json'): Promise<Response> {
  const headers: Record<string, string> = { Accept: accept };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (method !== 'GET') {
    headers['Idempotency-Key'] = crypto.randomUUID();
  }
  const response = await fetch(`/api/v1/${path}`, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) {
    throw await toProblem(response);
  }
  return response;
}

/** GET, parsed: an answer that breaks the contract is an error here and never a strange page. */
export async function get<T>(path: string, schema: ZodType<T>): Promise<T> {
  const response = await send('GET', path);
  return schema.parse(await response.json());
}

/** GET of a workspace file as text; the service answers it as bytes. */
export async function getText(path: string): Promise<string> {
  return (await send('GET', path, undefined, 'application/octet-stream')).text();
}

export async function post<T>(path: string, body: unknown, schema: ZodType<T>): Promise<T> {
  const response = await send('POST', path, body);
  return schema.parse(await response.json());
}

export async function patch<T>(path: string, body: unknown, schema: ZodType<T>): Promise<T> {
  const response = await send('PATCH', path, body);
  return schema.parse(await response.json());
}

export async function remove<T>(path: string, schema: ZodType<T>): Promise<T> {
  const response = await send('DELETE', path);
  return schema.parse(await response.json());
}

/** Exchanges the start token for the session cookie. */
export async function signIn(token: string): Promise<void> {
  await send('POST', 'session/sign-in', { token });
}
