import { type LiveUpdate, parseFrame } from './frames';

/** What is followed: one chat session or one plan. */
export type Subject = { session_id: string } | { masterplan_id: string };

type Listener = {
  onUpdates: (updates: LiveUpdate[]) => void;
  onConnection: (state: 'connecting' | 'live' | 'offline') => void;
};

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 15_000;

/**
 * The one owner of the WebSocket. Reconnects with growing pauses and resumes after the last sequence number it saw,
 * so that the page misses nothing; a frame that breaks the contract closes the socket and is asked for again.
 */
export class LiveChannel {
  private socket: WebSocket | null = null;
  private after: number | null = null;
  private retryMs = FIRST_RETRY_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  constructor(
    private readonly subject: Subject,
    private readonly listener: Listener,
  ) {}

  open(): void {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/api/v1/live`);
    this.socket = socket;
    this.listener.onConnection('connecting');
    socket.onopen = () => socket.send(JSON.stringify(this.subscription()));
    socket.onmessage = (event) => this.receive(String(event.data));
    socket.onclose = () => this.retry();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.socket?.close();
  }

  private subscription() {
    return { type: 'subscribe', ...this.subject, ...(this.after === null ? {} : { after: this.after }) };
  }

  private receive(text: string): void {
    const frame = parseFrame(text);
    if (frame === null) {
      this.socket?.close(4000, 'frame breaks the contract');
      return;
    }
    this.retryMs = FIRST_RETRY_MS;
    this.listener.onConnection('live');
    const seen = frame.updates.reduce((max, update) => Math.max(max, update.seq ?? 0), frame.snapshotSeq ?? 0);
    this.after = Math.max(this.after ?? 0, seen);
    this.listener.onUpdates(frame.updates);
  }

  private retry(): void {
    if (this.closed) {
      return;
    }
    this.listener.onConnection('offline');
    this.timer = setTimeout(() => this.open(), this.retryMs);
    this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS);
  }
}
