/**
 * How much two claims of one report count as alike, against two of different reports. A report
 * rarely says the same twice; what sounds alike in it is more often a second fact.
 */
export const SAME_REPORT = 0;
