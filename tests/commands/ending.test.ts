import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { ending } from '../../src/commands/ending.ts';

/** A command that runs until it is told to end, with a clock that the test sets. */
function waiting() {
  const signals = new EventEmitter();
  const codes: number[] = [];
  let clock = 1000;
  const made = ending({ signals, exit: (code) => codes.push(code) }, () => clock);
  return {
    ...made,
    codes,
    signals,
    /** Send a signal after so many milliseconds. */
    send(name: NodeJS.Signals, after = 0) {
      clock += after;
      signals.emit(name);
    },
  };
}

describe('the end of a command', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s asks for it', async (name) => {
    const { signal, ended, send, codes } = waiting();
    expect(signal.aborted).toBe(false);
    send(name);
    await ended;
    expect(signal.aborted).toBe(true);
    expect(codes).toEqual([]);
  });

  test('a second signal ends the program at once', () => {
    const { send, codes } = waiting();
    send('SIGTERM');
    send('SIGTERM', 501);
    expect(codes).toEqual([130]);
  });

  test('signals of one press of a key are one', () => {
    const { send, codes } = waiting();
    send('SIGINT');
    send('SIGINT', 100);
    send('SIGTERM', 300);
    expect(codes).toEqual([]);
  });

  test('what ended listens no more', () => {
    const { signals, forget } = waiting();
    expect(signals.eventNames()).toHaveLength(3);
    forget();
    expect(signals.eventNames()).toEqual([]);
  });
});
