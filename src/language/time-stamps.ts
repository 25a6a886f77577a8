/** Every word that a line may hold that says when a text was published, and nothing else. */
export const STAMP_WORD =
  /\b(?:(?:first |last )?(?:published|posted|updated?|modified|edited|created)|date|time|at|on|the|of|(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|noon|midnight|[ap]\.? ?m|gmt|utc|[bci]st|hkt|[aecmp](?:[ds])?t|a?e[ds]t|[ap]m|\d{1,2}(?:st|nd|rd|th)?|\d{4}|\d{1,2}(?:[ap]m))\b\.?/giu;

/** An hour, or a day in letters or digits: a line of bare numbers is a table. */
export const STAMP_DATE =
  /\d ?[ap]\.?m\b|\d{1,2}:\d\d|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;

/** Labels that say what a day and an hour stand for, and the field of the report that it is. */
export const STAMP_LABELS = {
  published: '(?:first |originally )?(?:published|posted|created)',
  updated: '(?:last )?(?:updated|modified|edited)',
} as const;
