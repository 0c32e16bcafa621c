#!/usr/bin/env node
import 'reflect-metadata';
import { run } from './run.js';

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  stdin: process.stdin,
  out: (text) => void process.stdout.write(text),
  talk: (text) => void process.stderr.write(`${text}\n`),
  isWatched: process.stderr.isTTY === true,
});
