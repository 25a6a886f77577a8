import type { Watched } from '../system/index.ts';

/** What a build reads, and what it writes. */
interface Places {
  readonly templates?: string | undefined;
  readonly theme?: string | undefined;
  /** Where it publishes to; undefined where it publishes nothing. */
  readonly out?: string | undefined;
}

/**
 * Where what a build reads lies: design that `briefing.yaml` names lies in the folder itself. What it
 * writes there does not count.
 */
export const watchedFor = (folder: string, { templates, theme, out }: Places): readonly Watched[] =>
  [folder, ...(templates ? [templates] : []), ...(theme?.endsWith('.css') ? [theme] : [])].map(
    (name) => ({ folder: name, deep: true, ...(out !== undefined && { except: out }) }),
  );
