#!/usr/bin/env node
import { commandLine } from './command-line.ts';

/** The program that the command `synoptic` starts. */

// Who reads the output may stop reading: `synoptic claims | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await commandLine(process.argv.slice(2), {
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  signals: process,
  exit: (code) => process.exit(code),
});
