/**
 * A program of its own, for whoever verifies copies without a ledger. On stdin, as JSON, the copy in base64 and the keys as
 * a JWK Set; on stdout the verdict, in words, and whether it holds.
 */
import 'reflect-metadata';
import { json } from 'node:stream/consumers';
import { holds, inWords } from './verdict-in-words.js';
import { verdictOn, type KeySet } from './verdict.js';

const { copy, keys } = (await json(process.stdin)) as { copy: string; keys: KeySet };
const verdict = await verdictOn(Buffer.from(copy, 'base64'), keys);
process.stdout.write(JSON.stringify({ verdict, words: inWords(verdict), holds: holds(verdict) }));
