import type { SectionMaker } from './section.ts';

/**
 * Where the reports differ, which is said also where nothing was found: what is open first, then what
 * a later report settles, then what is no contradiction; mere differences of wording last.
 */
export const divergences: SectionMaker = ({ analysis }) => {
  const { divergences: all } = analysis;
  const of = (status: (typeof all)[number]['status']) =>
    all.filter((divergence) => divergence.status === status);
  const ids = (some: typeof all) => some.map(({ id }) => id);
  const isWording = ({ kind }: (typeof all)[number]) => kind === 'quote-wording';
  return {
    kind: 'divergences',
    heading: 'Where the reports differ',
    open: ids([...of('open'), ...of('superseded')]),
    apart: ids(of('wording').filter((divergence) => !isWording(divergence))),
    wording: ids(of('wording').filter(isWording)),
  };
};
