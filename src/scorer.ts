import type { VFileMessage } from 'vfile-message';
import type { Config } from './config/index.ts';
import { LEXICAL, modelScoring, ownScoring, type Scoring } from './merge/index.ts';
import { BuildFailure, message } from './messages.ts';
import { DEFAULT_SCORER, type ScorerName } from './scorer-names.ts';
import { ModelFault, type PassageModel, type Progress, type System } from './system/index.ts';

export interface ScorerOptions {
  /** Default: `DEFAULT_SCORER`. */
  readonly scorer?: ScorerName | undefined;
  readonly config: Config;
  /** Name of the file of the configuration, for messages. */
  readonly file: string;
  /** Told how much of the passages the model has read. */
  readonly onProgress?: Progress | undefined;
}

/** What was made with a scorer. */
export interface Scored<T> {
  readonly made: T;
  readonly messages: readonly VFileMessage[];
}

/**
 * Make something with the scorer that is asked for. Where the model that comes with the program
 * cannot be used, it is made with the words alone, and a message says so.
 *
 * @param make Is called again with another scorer where one fails.
 * @throws BuildFailure where a model of the user's own is asked for and gives no answer.
 */
export async function withScorer<T>(
  { scorer = DEFAULT_SCORER, config, file, onProgress }: ScorerOptions,
  system: Pick<System, 'openModel' | 'openOwnModel'>,
  make: (scoring: Scoring) => Promise<T>,
): Promise<Scored<T>> {
  const { scorer: own } = config;
  const asked = own && scorer !== 'own' ? [unasked(file)] : [];
  const withModel = async (model: PassageModel, scoringBy: typeof modelScoring) => {
    try {
      return { made: await make(scoringBy(model, onProgress)), messages: asked };
    } finally {
      await model.close();
    }
  };
  try {
    if (scorer === 'model') return await withModel(await system.openModel(), modelScoring);
    if (scorer === 'own') {
      if (!own) throw new BuildFailure([undescribed(file)]);
      return await withModel(await system.openOwnModel(own), ownScoring);
    }
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error;
    if (scorer === 'own') throw new BuildFailure([silent(error, file)]);
    return { made: await make(LEXICAL), messages: [...asked, unusable(error)] };
  }
  return { made: await make(LEXICAL), messages: asked };
}

const unusable = (fault: ModelFault): VFileMessage =>
  message({
    rule: 'model-unusable',
    file: 'models/same-fact',
    found: fault.message,
    expected: 'the model as it was published',
    advice:
      'passages were compared by their words alone; install Synoptic anew, or choose --scorer lexical',
    cause: fault,
  });

const silent = (fault: ModelFault, file: string): VFileMessage =>
  message({
    rule: 'scorer-failed',
    file,
    found: fault.message,
    expected: 'one probability for each pair from the scorer',
    advice: 'mend the program or server that "scorer" names, or build without --scorer own',
    cause: fault,
  });

const undescribed = (file: string): VFileMessage =>
  message({
    rule: 'scorer-unknown',
    file,
    found: '--scorer own',
    expected: 'a field "scorer" with "command" or "url"',
    advice: 'add it, or choose another scorer',
  });

// A folder that came by mail must not start programs, or send reports anywhere.
const unasked = (file: string): VFileMessage =>
  message({
    rule: 'scorer-unasked',
    file,
    found: '"scorer" that nobody asked for',
    expected: '--scorer own, which lets it run',
    advice: 'add it if you trust the program or server; this time it was not used',
  });
