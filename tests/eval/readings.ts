import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Read } from '../../src/merge/score.ts';
import { readingBy } from '../../src/merge/scoring.ts';
import type { PassageModel } from '../../src/system/index.ts';
import { keepingReadings, readingsFolder } from '../../src/system/kept-readings.ts';
import { openOnnxModel } from '../../src/system/onnx.ts';

/** Models of which each was trained without some of the events. */
export interface LeftOut {
  /** Lets the model read an event that never saw it, by the place of the event in the list. */
  readonly readerFor: (place: number) => Read;
  close(): Promise<void>;
}

/**
 * Open the models that `training/` makes to measure with: `fold-0` never saw the events at places 0,
 * n, 2n… of the list, `fold-1` those behind them, and so on.
 */
export async function openLeftOut(folder: string): Promise<LeftOut> {
  const names = readdirSync(folder).filter((name) => /^fold-\d+$/u.test(name));
  const models: readonly PassageModel[] = await Promise.all(
    names.sort().map(async (name) => {
      const model = await openOnnxModel(path.join(folder, name));
      return keepingReadings(model, readingsFolder(process.env));
    }),
  );
  return {
    readerFor(place) {
      const model = models[place % models.length];
      if (!model) throw new Error(`Unexpected folder ${folder} without models`);
      return readingBy(model);
    },
    async close() {
      await Promise.all(models.map((model) => model.close()));
    },
  };
}
