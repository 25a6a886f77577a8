/**
 * How a sentence leans on the one before: what it points to, counts on from, or goes on from stands
 * there. Words in quotation marks are left to their speaker. Of sentences as they are printed: a name in brackets in place of a pronoun no longer leans.
 */

/** A way to lean on the sentence before. */
export interface Leaning {
  readonly id: string;
  readonly because: string;
  /** Against a sentence's beginning. */
  readonly pattern: RegExp;
  /** Run as tests: sentences that lean so, and some that do not. */
  readonly examples: readonly (readonly [string, boolean])[];
}

const NUMBER = '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|some|several|a few)';
const SPAN = '(?:second|minute|hour|day|night|week|month|year|decade)s?';
const TIME = `(?:${SPAN}|morning|afternoon|evening|time|point|moment|stage)`;

const opening = (source: string): RegExp =>
  new RegExp(`^(?:(?:yet|but|and|still,) )?(?:${source})\\b`, 'iu');

export const LEANINGS: readonly Leaning[] = [
  {
    id: 'pronoun',
    because: 'Whom or what it means stands before.',
    pattern: opening(
      '(?:he|she|they|it|him|them|his|their|its|these|those(?! (?:who|whom|whose|in|at|on|with|from|of|behind|near|under|\\p{L}+ing|\\p{L}+ed))|theirs|hers)(?! (?:is|was) (?:not )?(?:clear|unclear|known|unknown|believed|thought|expected|feared|understood|hoped|possible|likely|unlikely) (?:that|if|whether|who|what|how|why|when|where))|her (?!majesty|highness)',
    ),
    examples: [
      ['It triggered several landslides.', true],
      ['They shut it.', true],
      ['Yet she seemed calm.', true],
      ['His car was found.', true],
      ['It was not clear who shut it.', false],
      ['Items were found.', false],
    ],
  },
  {
    id: 'this',
    because: 'What is shown stands before; a time or a season shows itself.',
    pattern: opening(
      `th(?:is|at)(?! (?:${TIME}|week|month|year|weekend|spring|summer|autumn|fall|winter|season))`,
    ),
    examples: [
      ['This was the second fire.', true],
      ['That decision was wrong.', true],
      ['This week the bridge was shut.', false],
    ],
  },
  {
    id: 'there',
    because: 'The place stands before; "there is" names none.',
    pattern: opening(
      'there(?! (?:is|are|was|were|has|have|had|will|would|may|might|can|could|should|seem|appear|remain|isn|aren|wasn|weren))(?!’)',
    ),
    examples: [
      ['There, he signed.', true],
      ['There he signed.', true],
      ['There were no ferries.', false],
      ['There’s no ferry.', false],
    ],
  },
  {
    id: 'that-time',
    because: 'It counts from a time that stands before.',
    pattern: opening(
      `${NUMBER} ${SPAN} (?:later|earlier|before that|after that)|(?:hours|days|weeks|months|years|moments|minutes|shortly|soon) (?:later|earlier|afterwards?)|(?:at|by|until|since|from) that ${TIME}|that (?:same )?${TIME}|the (?:next|following|previous|same) ${TIME}|then|afterwards?|later|soon|at the time|by then|since then|until then|in the meantime|beforehand`,
    ),
    examples: [
      ['Two days later, the bridge was shut.', true],
      ['Hours later the ferry sailed.', true],
      ['At that point, it was too late.', true],
      ['The next day, the ferry sailed.', true],
      ['Two days of rain followed.', false],
      ['The next election is in May.', false],
    ],
  },
  {
    id: 'the-rest',
    because: 'It counts on from those told of before.',
    pattern: opening(
      `the (?:rest|others?|former|latter|same|pair|two|three|four|five|remaining)|another|both(?! .{1,60}? and )|neither(?! .{1,60}? nor )|either(?! .{1,60}? or )|others|some of (?:them|these|those)|(?:most|many|all|none|one|two|each) of (?:them|these|those)|such|two of them`,
    ),
    examples: [
      ['The rest have only light injuries.', true],
      ['Another two people were hurt.', true],
      ['Both are partners.', true],
      ['Both Harlow and Lisk were flooded.', false],
      ['The resting place was found.', false],
    ],
  },
  {
    id: 'joined',
    because: 'It goes on from what stands before.',
    pattern: opening(
      'instead|otherwise|similarly|likewise|as a result|for example|for instance|in addition|in response|in turn|in contrast|by contrast|on the other hand|nor|so(?= [a-z])|hence|thus|therefore|consequently|accordingly|that’s|also|even so|after all|indeed',
    ),
    examples: [
      ['Instead, she took the ferry.', true],
      ['In response, the council shut it.', true],
      ['So far nobody was hurt.', true],
      ['Insteading is no word.', false],
    ],
  },
  {
    id: 'after-that',
    because: 'What leads in points back, and no name behind it says to what.',
    pattern: opening(
      '(?:after|before|during|despite|in|at|with|on|for|by|from|following|amid|under|behind|of|to|as for|because of|given) (?:this|that(?! (?:he|she|it|they|the|a|an) )|these|those|them|it|him|both)(?! (?:week|month|year|weekend|spring|summer|autumn|fall|winter|season))|(?:after|before|during|despite|in|at|with|on|for|by|from|following|amid|under) (?:their|its|his|her) [^,]{1,60}, (?:the (?:two|three|four|pair|group)|he|she|they|it)',
    ),
    examples: [
      ['After their meeting, the three called it wrong.', true],
      ['Despite this, it stayed open.', true],
      ['In his speech, he called it wrong.', true],
      ['In his speech, Jon Vale called it wrong.', false],
      ['In this year’s election nobody won.', false],
    ],
  },
  {
    id: 'lead-in',
    because: 'Who does it stands before; a lead-in of place or time does not say.',
    pattern: opening(
      '(?:in|within|at|on|during|for|under|from|among|despite|according to) [^,.;“”]{1,60}, (?:he|she|they|his|her|their)',
    ),
    examples: [
      ['Within the council, she was seen as calm.', true],
      ['In the town, his office was flooded.', true],
      ['Within the council, Ruth Amsel was seen as calm.', false],
    ],
  },
  {
    id: 'whose',
    because: 'Whose spokesman, office or family it is stands before.',
    pattern: opening(
      'the \\p{Ll}+’s (?:spokes\\p{Ll}+|advis[eo]rs?|aides?|lawyers?|office|deputy|successor|predecessor|son|daughter|wife|husband|brother|sister|father|mother|family)',
    ),
    examples: [
      ['The mayor’s spokeswoman confirmed it.', true],
      ['The town’s oldest bridge was shut.', false],
      ['Ruth Amsel’s spokeswoman confirmed it.', false],
    ],
  },
  {
    id: 'who-speaks',
    because: 'Who says the words in quotation marks stands before.',
    pattern: /[,.!?…]” (?:he|she|they|it) (?:\p{L}+ly )?\p{L}+(?:ed|aid|old|rote)\b/u,
    examples: [
      ['“It is late,” she said.', true],
      ['“It is late,” she told reporters.', true],
      ['“It is late,” Ruth Amsel said.', false],
    ],
  },
];

/** Whether a sentence cannot be read without the one before. */
export const leansBack = (sentence: string): boolean =>
  LEANINGS.some(({ pattern }) => pattern.test(sentence));
