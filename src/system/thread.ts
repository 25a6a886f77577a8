import { BroadcastChannel, threadId, workerData } from 'node:worker_threads';

/** What a thread of a pool and its pool have in common. */

/** How a thread ended: for want of memory, or otherwise. */
export type ThreadFaultKind = 'memory' | 'ended';

/** Thrown where a thread ended before its work was done. */
export class ThreadFault extends Error {
  override readonly name = 'ThreadFault';
  readonly kind: ThreadFaultKind;

  constructor(kind: ThreadFaultKind, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.kind = kind;
  }
}

/** What a thread is told at its start. */
export interface ThreadData {
  /** Name of the channel on which it hears that it is to end. */
  readonly channel: string;
}

/** What is said on that channel: by the pool, that all are to end; by a thread, how far it is. */
export type Said =
  | { readonly what: 'end' }
  | { readonly what: 'started' | 'ended'; readonly thread: number };

/** Have a thread close what it has open once the pool ends. */
export function atEndOfPool(close: () => Promise<void>): void {
  const { channel: name } = workerData as ThreadData;
  const channel = new BroadcastChannel(name);
  const say = (said: Said) => channel.postMessage(said);
  channel.onmessage = async (heard: unknown) => {
    if (saidIn(heard).what !== 'end') return;
    await close().catch(() => undefined);
    say({ what: 'ended', thread: threadId });
    channel.close();
  };
  say({ what: 'started', thread: threadId });
}

/** What a message of the channel says. */
export const saidIn = (heard: unknown): Said => (heard as { readonly data: Said }).data;
