/** Words that give a reason: "because", "in response to". One in a report may answer why. */
export const REASON =
  /\b(?:because|due to|as a result of|in response to|in retaliation|in protest|in an effort to|in order to|so as to|owing to|on account of|caused by|motivated by|prompted by|sparked by|triggered by|blamed? (?:on|for)|citing|over (?:the|a|an|his|her|its|their|what|allegations|claims|fears|concerns)|after|amid|since|aimed at|intended to|designed to|the (?:reason|motive|cause)|why)\b/iu;

/** Deeds of which everybody asks why. */
export const VIOLENCE =
  /\b(?:shot|shoots?|stabbed|opened fire|murdered|gunned down|bombed|set fire|ambushed|kidnapped|abducted|beheaded)\b/iu;

/** Words that count without a figure. */
export const VAGUE_COUNT =
  /\b(?:(?<count>dozens|hundreds|thousands|scores|several|many|numerous|a number|a handful|an unknown number)(?: of)?)(?: (?<noun>\p{L}+(?: \p{L}+)?))?/iu;

/** Nouns for people who did a thing and of whom nothing else is known. */
export const UNKNOWN_DOERS =
  /\b(?:thieves|robbers|burglars|raiders|gunmen|gunman|attackers?|assailants?|arsonists?|hackers?|bombers?|kidnappers?|vandals|unidentified|unknown (?:men|man|people|person|assailants?|gunm[ae]n))\b/iu;

/** Words that tell who they are, or that somebody has them. */
export const IDENTIFIED =
  /\b(?:identified as|named as|arrest(?:ed|s)?|detain(?:ed|s)?|charged|suspects?|suspected|claimed responsibility|in custody|convicted|sentenced|believed to be|pleaded)\b/iu;
