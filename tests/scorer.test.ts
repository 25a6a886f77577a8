import { describe, expect, test } from 'vitest';
import { parseConfig } from '../src/config/index.ts';
import { methodOf } from '../src/merge/index.ts';
import { BuildFailure } from '../src/messages.ts';
import { type ScorerOptions, withScorer } from '../src/scorer.ts';
import { ModelFault, type PassageModel } from '../src/system/index.ts';
import { modelSaying, only } from './support.ts';

const OWN = 'scorer: { command: [python3, scorer.py] }';

const settings = (scorer: ScorerOptions['scorer'], yaml = ''): ScorerOptions => ({
  scorer,
  config: parseConfig(yaml, 'briefing.yaml').config,
  file: 'briefing.yaml',
});

/** A system with models, of which it is kept whether they were closed. */
function systemWith(model: PassageModel = modelSaying(0.5)) {
  const closed: string[] = [];
  const open = (name: string) => async () => ({
    ...model,
    close: async () => {
      closed.push(name);
    },
  });
  return { closed, openModel: open('model'), openOwnModel: open('own') };
}

const by = (options: ScorerOptions, system = systemWith()) =>
  withScorer(options, system, async (scoring) => methodOf(scoring).by);

const failing = (): PassageModel => ({
  ...modelSaying(0.5),
  read: async () => {
    throw new ModelFault('no-answer', 'status 500');
  },
});

/** Reads a pair, whichever scorer there is. */
const reading = (options: ScorerOptions, system: ReturnType<typeof systemWith>) =>
  withScorer(options, system, async (scoring) => {
    await scoring.read?.([], []);
    return methodOf(scoring).by;
  });

describe('the scorer', () => {
  test('is the one that is asked for, and closed behind', async () => {
    const system = systemWith();
    expect(await by(settings('lexical'), system)).toEqual({ made: 'words', messages: [] });
    expect(await by(settings('model'), system)).toEqual({ made: 'model', messages: [] });
    expect(await by(settings('own', OWN), system)).toEqual({ made: 'own', messages: [] });
    expect(system.closed).toEqual(['model', 'own']);
  });

  test('of the user’s own is not used unless it is asked for, and that is told', async () => {
    const { made, messages } = await by(settings('lexical', OWN));
    expect(made).toBe('words');
    expect(only(messages)).toMatchObject({ ruleId: 'scorer-unasked', fatal: false });
  });

  test('of the user’s own must be described', async () => {
    const failure = await by(settings('own')).catch((error: unknown) => error);
    expect(only((failure as BuildFailure).messages).ruleId).toBe('scorer-unknown');
  });

  test('is that of the words where the model cannot be loaded, and that is told', async () => {
    const openModel = async () => {
      throw new ModelFault('missing', 'absence of encoder.onnx');
    };
    const { made, messages } = await by(settings('model'), { ...systemWith(), openModel });
    expect(made).toBe('words');
    expect(only(messages)).toMatchObject({ ruleId: 'model-unusable', fatal: false });
    expect(only(messages).reason).toContain('absence of encoder.onnx');
  });

  test('is that of the words where the model fails at work', async () => {
    const system = systemWith(failing());
    const { made, messages } = await reading(settings('model'), system);
    expect(made).toBe('words');
    expect(only(messages).ruleId).toBe('model-unusable');
    expect(system.closed).toEqual(['model']);
  });

  test('of the user’s own that fails ends the run', async () => {
    const failure = await reading(settings('own', OWN), systemWith(failing())).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(BuildFailure);
    expect(only((failure as BuildFailure).messages)).toMatchObject({
      ruleId: 'scorer-failed',
      fatal: true,
    });
  });

  test('hands on what is no fault of a model', async () => {
    const run = withScorer(settings('model'), systemWith(), async () => {
      throw new TypeError('a bug');
    });
    await expect(run).rejects.toThrow(TypeError);
  });
});
