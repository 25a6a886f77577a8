import type { SectionMaker } from './section.ts';

/** Where the reports differ; mere differences of wording last. */
export const divergences: SectionMaker = ({ analysis }) => {
  const { divergences: all } = analysis;
  if (all.length === 0) return undefined;
  const ids = (wording: boolean) =>
    all.filter(({ status }) => (status === 'wording') === wording).map(({ id }) => id);
  return {
    kind: 'divergences',
    heading: 'Where the reports differ',
    open: ids(false),
    wording: ids(true),
  };
};
