import { BuildFailure } from '../messages.ts';
import { type OwnRenderer, renderFailed } from '../own-format.ts';
import { fillBody } from '../page/index.ts';
import type { Renderer } from './renderer.ts';

/** A format of the user's own among those of Synoptic: what it throws is his to mend. */
export const asRenderer = (own: OwnRenderer): Renderer => ({
  file: own.file,
  needsBrowser: own.needsBrowser,
  reads: null,
  async render(briefing, tools) {
    try {
      // Other formats are made of the briefing at the same time: whatever this one does to it.
      const made: unknown = await own.render(structuredClone(briefing), {
        version: tools.version,
        citations: tools.citations,
        fill: async (template) => fillBody(await tools.view(), template, tools),
        withPage: async (source, use) => (await tools.browser()).withPage(source, use),
      });
      return { bytes: bytesOf(made), missing: [] };
    } catch (error) {
      throw error instanceof BuildFailure ? error : renderFailed(own, error);
    }
  },
});

function bytesOf(made: unknown): Uint8Array {
  const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
  if (bytes instanceof Uint8Array && bytes.length > 0) return bytes;
  throw new Error('it gave neither bytes nor text');
}
