import type { ExitName } from '../messages.ts';
import type { SchemaName } from './arguments.ts';
import type { Around } from './surroundings.ts';

/** Print the JSON Schema of something that Synoptic reads or writes. */
export async function runSchema(name: SchemaName, { print }: Around): Promise<ExitName> {
  const library = await import('../index.ts');
  const schemas: Readonly<Record<SchemaName, () => unknown>> = {
    briefing: library.briefingJsonSchema,
    config: library.configJsonSchema,
    check: library.checkJsonSchema,
    log: library.logJsonSchema,
  };
  print.line(JSON.stringify(schemas[name](), null, 2));
  return 'published';
}
