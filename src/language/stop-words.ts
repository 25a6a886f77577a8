import { WEEKDAYS } from './weekdays.ts';
import { stems } from './words.ts';

/**
 * Words without content of their own, as stems. Reporting verbs are among them: the chain of who
 * says so has those. The weights of merging were fitted with this list.
 */
export const STOP_STEMS: ReadonlySet<string> = new Set(
  stems(
    'the a an of to in on at for and or but that this it its is are was were be been being has have had he she they his her their them him as by with from not no will would could should may might can do did does who which what when where how than then there here also said say says told',
  ),
);

/** Words that say nothing where passages are compared: weekdays, too, since days are compared apart. */
export const IDLE_STEMS: ReadonlySet<string> = new Set([
  ...STOP_STEMS,
  ...stems(WEEKDAYS.join(' ')),
]);
