import type { SectionMaker } from './section.ts';

/** Where the reports differ, which is said also where nothing was found; mere differences of wording last. */
export const divergences: SectionMaker = ({ analysis }) => {
  const { divergences: all } = analysis;
  const ids = (wording: boolean) =>
    all.filter(({ status }) => (status === 'wording') === wording).map(({ id }) => id);
  return {
    kind: 'divergences',
    heading: 'Where the reports differ',
    open: ids(false),
    wording: ids(true),
  };
};
