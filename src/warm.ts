import type { Browser, PassageModel, System } from './system/index.ts';

/** A machine on which what takes long to start is started once, for many builds. */
export interface WarmSystem {
  readonly system: System;
  /** End what may be broken: the next build starts it anew. */
  readonly drop: () => Promise<void>;
}

/** Keep the browser and the model of a system open when a build closes them, until they are dropped. */
export function keptWarm(system: System): WarmSystem {
  const browser = kept<Browser>();
  const model = kept<PassageModel>();
  return {
    system: {
      ...system,
      openBrowser: () => browser.open(() => system.openBrowser()),
      openModel: () => model.open(() => system.openModel()),
    },
    drop: async () => {
      await Promise.all([browser.drop(), model.drop()]);
    },
  };
}

function kept<T extends { close(): Promise<void> }>() {
  let opened: Promise<T> | undefined;
  return {
    async open(open: () => Promise<T>): Promise<T> {
      opened ??= open();
      try {
        return { ...(await opened), close: async () => undefined };
      } catch (error) {
        opened = undefined;
        throw error;
      }
    },
    async drop() {
      const last = opened;
      opened = undefined;
      await (await last?.catch(() => undefined))?.close();
    },
  };
}
