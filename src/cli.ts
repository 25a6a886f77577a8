#!/usr/bin/env node
import { commandLine } from './command-line.ts';

/** The program that the command `synoptic` starts. */

// Who reads what is printed may stop reading (`synoptic claims | head`), or never have begun: what was
// begun is done all the same, and ends with its own exit code. Nothing ends the program before all is
// written.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await commandLine(process.argv.slice(2), {
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  signals: process,
  exit: (code) => process.exit(code),
});
